"""bytes.upper with every kind of argument."""
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
b'MiXeD cAsE 9'.upper()
b'-42'.upper()
b'tab\tbed'.upper()
b'a,b,,c'.upper()
bytearray(b'mutable').upper()
b''.upper(b'l', 'a', 2**70)
bytearray(b'mutable').upper(3.5)
bytearray(b'').upper(None, [98])
b'x'.upper((b'a', b'h'))
b'hello world'.upper(nope=1)
""")
