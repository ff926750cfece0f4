"""The builtin pow() with every kind of argument."""
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
pow(255, 0.1)
pow(float('-inf'), False)
pow(-1, 3)
pow(-2.25, -2.25)
pow(0.1, -2.25)
pow(7, -2)
pow(-2, float('inf'))
pow(0, 255)
pow(10, 3)
pow(1e16, float('-inf'))
pow(-2, 3)
pow(255, 0)
pow(7, 10, -1)
pow(10, 7)
pow(1.5, True)
pow(float('nan'), 10)
pow(-2.25, 1)
pow(2.5, -128)
pow(1e-7, 10)
pow('12', 2)
pow(2, 123456.789, 7)
pow('a')
pow(None, [])
pow(10, 1e16)
pow(0, -128)
pow(mod=7)
pow(-128, 1, 0)
pow(7, '12', 0)
pow(0, 1, -1, 2)
pow(-1, False, b'1')
""")
