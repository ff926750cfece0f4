"""The builtin bin() with every kind of argument."""
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
bin(2**64-1)
bin(-2)
bin(2**63)
bin(7)
bin(2**31)
bin(-2.25, 'line1\nline2\r\n')
bin(bytearray(), {'k': [1, 2]}, -2.25)
bin(type)
bin(['b', 'a'])
bin(nope=1)
""")
