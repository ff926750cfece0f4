"""The builtin callable() with every kind of argument."""
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
callable(slice(1, None, 2))
callable(False)
callable([1])
callable(float('-inf'))
callable(complex('inf'))
callable(b'a')
callable(range(0))
callable([0.5, 1, 2])
callable(7)
callable(float('inf'))
callable(str)
callable({1, 2}, [1, 2, 3])
callable('abc', (), float('nan'))
""")
