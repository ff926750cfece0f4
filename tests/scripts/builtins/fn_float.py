"""The builtin float() with every kind of argument."""
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
float(2.5)
float(123456.789)
float(2**64-1)
float()
float(-0.0)
float(-2**63)
float(1.5)
float(1)
float(-2.25)
float(2.5, 1.5)
float(set(), 10, dict)
float('\U0001f600x')
float(list)
float(complex(0.0, -0.0))
float('\ud800')
float(bytearray(b'xyz'))
float(b'a,b,c')
""")
