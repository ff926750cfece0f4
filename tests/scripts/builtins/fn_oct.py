"""The builtin oct() with every kind of argument."""
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
oct(2**63)
oct(-2)
oct(10**25)
oct(-1)
oct(1)
oct(2**31)
oct(3)
oct(7)
oct('İı', slice(1, None, 2))
oct((), object, 'ǅ\u0345')
oct(('x', 2.5))
oct('  pad ')
""")
