"""The builtin ascii() with every kind of argument."""
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
ascii({1, 2})
ascii(b'a,b,c')
ascii((1, 2))
ascii(list)
ascii(range(0))
ascii(b'Hello World')
ascii(dict)
ascii(1j)
ascii(slice(1, None, 2))
ascii('abc')
ascii(3)
ascii(True)
ascii(-0j)
ascii(...)
ascii(False)
ascii(sorted)
ascii([[1], [2, 3]])
ascii('{}{0}')
ascii((3-4j))
ascii(1e16)
ascii(bytearray())
ascii('line1\nline2\r\n')
ascii('ǅ\u0345')
ascii({1: 'x', 2: 'y'})
ascii(b'abc')
ascii({'k': [1, 2]})
ascii('')
ascii('123')
ascii(1j, '%s-%d')
ascii(3, enumerate('ab'), -2.25)
""")
