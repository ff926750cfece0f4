"""The builtin abs() with every kind of argument."""
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
abs(False)
abs(-0j)
abs(0)
abs(1)
abs(10**25)
abs(-2.25)
abs((1+2j))
abs(1e16)
abs([1], dict, b'\x00\xff')
abs(range(5), [True, False])
abs((1,))
abs(type)
""")
