"""The builtin filter() with every kind of argument."""
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
take(filter(str, range(4)))
take(filter('abc', ()))
take(filter(-1, ()))
take(filter(None, 'A'))
take(filter(lambda *a: a, [(1, 2), (3, 4)]))
take(filter(len, 'abc'))
take(filter(bool, [True, False]))
take(filter(bool, [0, 1, 0, 1]))
take(filter((), ()))
take(filter(lambda *a: a, {'k': 1}))
take(filter(None, iter('xy')))
take(filter(str, [0, 1, 0, 1]))
take(filter(None, range(4)))
take(filter([(1, 2), (3, 4)], lambda *a: a))
take(filter(iter('xy'), -1, str))
take(filter(len, -1))
take(filter(range(4), strict=True))
take(filter())
take(filter(0, [0, 1, 0, 1]))
take(filter(range(4), 'A'))
take(filter(len, range(4)))
""")
