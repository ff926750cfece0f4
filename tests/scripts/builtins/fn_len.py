"""The builtin len() with every kind of argument."""
def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
len(set())
len('½²')
len(bytearray(b'xyz'))
len([True, False])
len('{}{0}')
len(frozenset({2}))
len('abc')
len('-4.5')
len(memoryview(b'abcd'))
len({1: 'x', 2: 'y'})
len(bytearray())
len('abcabc')
len('a,b,,c')
len(False, 2**64-1, '')
len(0.0, 2**63)
len(255)
len(1e16)
len(nope=1)
""")
