"""The builtin int() with every kind of argument."""
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
int(10)
int(-2.25)
int(-0.0)
int(1)
int('123', 7)
int(b' 12 ', 3)
int(b' 12 ')
int(3)
int(0.1)
int(2.5, (1, 2))
int(2**63, 123456.789)
int(10**25, (1,), '\t\x00\x7f')
int(nope=1)
int(None)
int(range(0), 255)
int(2**64-1, 10)
int('x' * 5)
int(...)
int('-4.5', base=16)
int(float('nan'))
""")
