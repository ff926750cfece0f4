"""The builtin divmod() with every kind of argument."""
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
divmod(0.0, 5e-324)
divmod(-0.0, -128)
divmod(2**64-1, 2**63)
divmod(1e-7, 10**25)
divmod(2**31, 10**25)
divmod(1, 123456.789)
divmod(2**31, -128)
divmod(-128, 10**25)
divmod(10, -2.25)
divmod(255, -2**63)
divmod(float('nan'), 1)
divmod(-2**63, 255)
divmod(5e-324, 7)
divmod(2, 255)
divmod(2**64-1, 2)
divmod(-1, True)
divmod(2.5, 2**31)
divmod(1, float('-inf'))
divmod(3, 7)
divmod(True, 7)
divmod(10, 5e-324)
divmod(255, 123456.789)
divmod(-2**63, 5e-324)
divmod(2, 1.5)
divmod(10**25)
divmod(255, float('nan'), 2.5)
divmod(2**63, False)
divmod(float('inf'), False)
divmod(0, b'1')
divmod(b'1', 0.1)
""")
