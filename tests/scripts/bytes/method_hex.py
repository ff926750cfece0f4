"""bytes.hex with every kind of argument."""
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
b'  spaced  '.hex(b',')
b'MiXeD cAsE 9'.hex(b'\n')
b'tab\tbed'.hex(b'\n')
b'12345'.hex(sep='-')
bytearray(b'mutable').hex(b'\n')
b'12345'.hex('.', 3)
b'hello world'.hex(b'\n', -1)
b'\x00\xff\x80'.hex(bytes_per_sep=2)
b''.hex('.', 3)
b'Hello World'.hex(bytes_per_sep=2)
b'line1\nline2\r\nline3'.hex(b'l')
b'aaaa'.hex(b'X')
b'-42'.hex(b'X')
bytearray(b'mutable').hex(b'X')
b'\x00\xff\x80'.hex(b',')
b'tab\tbed'.hex(b'X')
b'-42'.hex('.', 3)
b''.hex('a')
b'aaaa'.hex(bytes_per_sep=2)
b'aaaa'.hex(b'')
b'Hello World'.hex(b'X', memoryview(b'zz'))
b'line1\nline2\r\nline3'.hex(b',', 2**70)
b'12345'.hex(None, 108)
b'aaaa'.hex(b'\n', b',', 100)
b'aXbXc'.hex(b' ', b'\n')
b'-42'.hex(20)
b'hello world'.hex(nope=1)
b'MiXeD cAsE 9'.hex([98])
b'tab\tbed'.hex(None, sep='-')
b'tab\tbed'.hex(b'\xff')
""")
