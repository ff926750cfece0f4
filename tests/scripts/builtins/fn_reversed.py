"""The builtin reversed() with every kind of argument."""
def take(it, n=12):
    """The first items of an iterator."""
    return [x for x, _ in zip(it, range(n))]


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
take(reversed([(1, 2), (3, 4)]))
take(reversed('abc'))
take(reversed([True, False]))
take(reversed([1, 2, 3]))
take(reversed([0, 1, 0, 1]))
take(reversed('A'))
take(reversed(()))
take(reversed({'k': 1}))
take(reversed(range(4)))
take(reversed(0, [(1, 2), (3, 4)]))
take(reversed([1, 2, 3], 'abc', range(4), ()))
take(reversed(5, strict=True))
take(reversed(bool))
take(reversed(lambda *a: a))
""")
