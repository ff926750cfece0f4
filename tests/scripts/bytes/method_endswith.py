"""bytes.endswith with every kind of argument."""
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
b''.endswith(bytes(256), 2)
b'MiXeD cAsE 9'.endswith(b'\n')
bytearray(b'mutable').endswith(b'\n', None)
b'a,b,,c'.endswith(b'X')
b'  spaced  '.endswith(memoryview(b'zz'), None)
b'hello world'.endswith(b'\n')
b'aXbXc'.endswith(b'\xff', 2**70)
b'\x00\xff\x80'.endswith(b'hello')
b'a,b,,c'.endswith(b'\n')
b'a,b,,c'.endswith(b'', 2**70)
b'line1\nline2\r\nline3'.endswith(b'')
b'aaaa'.endswith((b'a', b'h'))
b'  spaced  '.endswith(b'')
b'aXbXc'.endswith(b'')
b'a,b,,c'.endswith(b'')
b'x'.endswith(b'')
b'aaaa'.endswith(bytearray(b'aa'))
b'aaaa'.endswith(b'')
b'\x00\xff\x80'.endswith(memoryview(b'zz'), bytes(256))
bytearray(b'').endswith(256)
b'12345'.endswith([98], 100)
b'x'.endswith(None, 2**70, 100)
b'line1\nline2\r\nline3'.endswith({})
b'tab\tbed'.endswith(3.5)
b'aaaa'.endswith()
b'aXbXc'.endswith('a')
b'hello world'.endswith(nope=1)
b'hello world'.endswith(b'l', b'X', 108, b'', b' ')
""")
