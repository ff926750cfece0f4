"""The builtin min() with every kind of argument."""
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
min((1, 2), default=0)
min(0.1, float('inf'))
min(True, 2**63)
min(123456.789, 1)
min(range(5))
min('ab' * 3, '{}{0}')
min(0.0, -2**63)
min('-4.5', 'İı', 'a')
min(float('inf'), -1)
min('ab' * 3)
min([1, 2, 3])
min(1.5, 5e-324)
min(1.5, 2**64-1)
min(1e-7, 0.1)
min('x' * 5, key=len)
min('line1\nline2\r\n')
min(-0.0, True)
min(1e16, float('inf'))
min(1, -128)
min('abc', '%s-%d')
min(range(0), default=0)
min(frozenset({2}))
min(2**31, True)
min({3, 1}, b' 12 ')
min(1, ['b', 'a'])
min(-1, default=0)
min(key=str)
min(KeyError('k'))
min(bytearray(b'xyz'), key=len)
min({})
""")
