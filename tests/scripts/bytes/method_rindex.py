"""bytes.rindex with every kind of argument."""
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
b'hello world'.rindex(108)
b'a,b,,c'.rindex(b',')
b'line1\nline2\r\nline3'.rindex(b'l')
b'Hello World'.rindex(b' ')
b'hello world'.rindex(b'hello')
b'-42'.rindex(b'')
b'hello world'.rindex(b' ')
b'hello world'.rindex(b'', -1)
b'Hello World'.rindex(100)
b'tab\tbed'.rindex(100)
b'hello world'.rindex(100)
b'tab\tbed'.rindex(b'')
b'Hello World'.rindex(108)
b'aXbXc'.rindex(b'X')
b'hello world'.rindex(b'')
b'x'.rindex()
b'MiXeD cAsE 9'.rindex(b'\xff', 2**70)
bytearray(b'mutable').rindex(b'\xff', memoryview(b'zz'))
bytearray(b'mutable').rindex(3.5)
b'MiXeD cAsE 9'.rindex([98])
b'aXbXc'.rindex(2**70)
b'hello world'.rindex(nope=1)
""")
