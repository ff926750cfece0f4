"""The builtin frozenset() with every kind of argument."""
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
frozenset(set())
frozenset([0.5, 1, 2])
frozenset(bytearray(b'xyz'))
frozenset('%s-%d')
frozenset(('x', 2.5))
frozenset({3, 1})
frozenset(frozenset({2}))
frozenset('-4.5')
frozenset(enumerate('ab'))
frozenset(b'a,b,c')
frozenset({'k': [1, 2]})
frozenset('abc', 7)
frozenset(list, 'a', 'line1\nline2\r\n')
frozenset(float('inf'))
frozenset(2**64-1)
frozenset([[1], [2, 3]])
""")
