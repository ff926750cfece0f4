"""bytes.decode with every kind of argument."""
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
b''.decode('nope', 'ascii')
b'x'.decode('utf-8', 'ascii')
b'12345'.decode('utf-8', 'utf-8')
b'aaaa'.decode('utf-8', 'utf-32')
b'  spaced  '.decode('ascii', 'replace')
b'hello world'.decode('ascii', 'nope')
bytearray(b'').decode('ascii', 'ignore')
bytearray(b'').decode('latin-1')
b'Hello World'.decode('ascii', 'ignore')
b'aXbXc'.decode('ascii')
b'-42'.decode('utf-8', 'nope')
b'a,b,,c'.decode('utf-8', 'surrogateescape')
b'line1\nline2\r\nline3'.decode('ascii')
b'MiXeD cAsE 9'.decode('unicode_escape')
b'\x00\xff\x80'.decode('ascii', 'replace')
b'hello world'.decode('utf-16', 'replace')
b'\x00\xff\x80'.decode('utf-16-le', errors='ignore')
b'\x00\xff\x80'.decode('latin-1', 'latin-1')
b'line1\nline2\r\nline3'.decode('utf-16-le', 'ascii')
b'hello world'.decode('ascii', 'nope', 'utf-32', 'ascii')
b'-42'.decode(5, 'unicode_escape')
bytearray(b'mutable').decode('utf-8', 'replace', 'utf-7')
b'  spaced  '.decode('hex', 'latin-1')
b'\x00\xff\x80'.decode('utf-7', 'utf-32')
b'12345'.decode('nope')
b'  spaced  '.decode('utf-8', None)
b'line1\nline2\r\nline3'.decode('utf-32')
b'Hello World'.decode(None, 5)
b'aXbXc'.decode('utf-32', 'utf-16-le')
b'x'.decode('utf-16-le')
""")
