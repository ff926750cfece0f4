"""bytes.lower with every kind of argument."""
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
bytearray(b'').lower()
b'MiXeD cAsE 9'.lower()
b'aaaa'.lower()
b'x'.lower()
b'line1\nline2\r\nline3'.lower()
b'a,b,,c'.lower()
b'MiXeD cAsE 9'.lower((b'a', b'h'), (b'a', b'h'))
bytearray(b'').lower(b'X', 2**70)
b'\x00\xff\x80'.lower(bytes(256))
bytearray(b'mutable').lower((b'a', b'h'))
b'hello world'.lower(nope=1)
""")
