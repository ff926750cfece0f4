"""bytes.startswith with every kind of argument."""
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
b'tab\tbed'.startswith(bytearray(b'aa'), 256, None)
b'Hello World'.startswith(memoryview(b'zz'), 256)
b'line1\nline2\r\nline3'.startswith((b'a', b'h'))
b''.startswith(b'\xff', 256)
b'tab\tbed'.startswith((b'a', b'h'))
b'-42'.startswith(bytearray(b'aa'))
b'  spaced  '.startswith(bytearray(b'aa'))
b''.startswith(bytes(256))
b'aaaa'.startswith(bytes(256), 256)
bytearray(b'mutable').startswith(b'X', 256, 20)
b'aXbXc'.startswith(b'')
b'-42'.startswith(b'')
b'  spaced  '.startswith(b'')
b'aXbXc'.startswith((b'a', b'h'))
b'line1\nline2\r\nline3'.startswith(b'l')
b'hello world'.startswith(b'')
b'hello world'.startswith(b'hello')
bytearray(b'').startswith(b'')
b'12345'.startswith(b'')
b'tab\tbed'.startswith(b'', 2)
b''.startswith({}, 2)
bytearray(b'mutable').startswith(256)
bytearray(b'mutable').startswith()
b'tab\tbed'.startswith(3.5)
b''.startswith('a')
b'aaaa'.startswith([98])
b'hello world'.startswith(None)
""")
