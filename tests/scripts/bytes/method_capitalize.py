"""bytes.capitalize with every kind of argument."""
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
b'  spaced  '.capitalize()
b'MiXeD cAsE 9'.capitalize()
b'tab\tbed'.capitalize()
b'hello world'.capitalize()
b'hello world'.capitalize(100, 'a')
bytearray(b'').capitalize(5, b'X')
bytearray(b'mutable').capitalize(b',')
b'  spaced  '.capitalize(20)
b'hello world'.capitalize(nope=1)
""")
