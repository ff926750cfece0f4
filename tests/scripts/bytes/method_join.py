"""bytes.join with every kind of argument."""
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
bytearray(b'').join([bytearray(b'z'), memoryview(b'y')])
bytearray(b'mutable').join([b'one'])
b'MiXeD cAsE 9'.join([])
b'hello world'.join((b'q',))
b'line1\nline2\r\nline3'.join(iter([b'i']))
b'aXbXc'.join([b'one'])
b'12345'.join([bytearray(b'z'), memoryview(b'y')])
b''.join([b'a', b'b'])
b'line1\nline2\r\nline3'.join((bytes([c]) for c in b'gen'))
bytearray(b'').join((b'q',))
bytearray(b'').join([])
b'line1\nline2\r\nline3'.join([bytearray(b'z'), memoryview(b'y')])
bytearray(b'').join([b'a', b'b'])
bytearray(b'mutable').join(iter([b'i']))
bytearray(b'mutable').join((bytes([c]) for c in b'gen'))
b'-42'.join((bytes([c]) for c in b'gen'))
b'a,b,,c'.join([bytearray(b'z'), memoryview(b'y')])
b'tab\tbed'.join((bytes([c]) for c in b'gen'))
b'tab\tbed'.join([b'a', b'b'])
b'aaaa'.join([bytearray(b'z'), memoryview(b'y')])
b'a,b,,c'.join([b'a', b'b'])
b'a,b,,c'.join([b'one'], 'ab')
b'line1\nline2\r\nline3'.join(['a'], 'ab', ['a'])
bytearray(b'').join(['a'], [bytearray(b'z'), memoryview(b'y')])
b'a,b,,c'.join('ab')
bytearray(b'').join((bytes([c]) for c in b'gen'), (b'q',), (bytes([c]) for c in b'gen'))
b'aXbXc'.join([b'a', 1])
b'tab\tbed'.join(5)
b'hello world'.join([None])
b'-42'.join(b'xyz')
""")
