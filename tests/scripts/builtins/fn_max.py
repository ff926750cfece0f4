"""The builtin max() with every kind of argument."""
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
max('ab' * 3)
max(True, -0.0)
max(-0.0, float('inf'))
max('Hello World')
max('%s-%d')
max('line1\nline2\r\n', '')
max('abc', key=len)
max(-2.25, 0.0)
max(5e-324, 123456.789, 0.1)
max('  pad ')
max(True, 1.5)
max(b'Hello World', b' 12 ')
max(0.1, 2**63)
max(b'\x00\xff', bytearray(), b'a,b,c')
max('123')
max(-128, -2, 1e16)
max((1,), key=str)
max(True, 2**64-1)
max(-1, 3)
max(-128, -2, -2.25)
max('\ud800', '\ud800')
max('İı', 'ǅ\u0345')
max('-4.5', '{}{0}', 'x' * 5)
max(10, {'a': 1}, (3-4j))
max([True, False], b' 12 ')
max(2)
max({})
max(int)
max(key=len)
max([3, 1, 2], key=len)
""")
