"""The builtin hex() with every kind of argument."""
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
hex(2**64-1)
hex(255)
hex(2**31)
hex(-128)
hex(False)
hex(-2)
hex((1+2j), ('x', 2.5))
hex('\U0001f600x', [1], 'x' * 5)
hex('  pad ')
hex(KeyError('k'))
hex(nope=1)
""")
