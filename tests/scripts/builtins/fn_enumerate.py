"""The builtin enumerate() with every kind of argument."""
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
take(enumerate(()))
take(enumerate('A', 2))
take(enumerate([0, 1, 0, 1]))
take(enumerate([1, 2, 3], 5))
take(enumerate([(1, 2), (3, 4)], start=5))
take(enumerate({'k': 1}))
take(enumerate('A', -1))
take(enumerate(range(4), 0))
take(enumerate(iter('xy')))
take(enumerate([True, False]))
take(enumerate('abc'))
take(enumerate('A', 0))
take(enumerate([(1, 2), (3, 4)]))
take(enumerate([(1, 2), (3, 4)], 2))
take(enumerate((), 5))
take(enumerate([True, False], start=5))
take(enumerate('abc', 2))
take(enumerate({'k': 1}, 2))
take(enumerate({'k': 1}, start=5))
take(enumerate([1, 2, 3]))
take(enumerate(iter('xy'), 2))
take(enumerate(2, str))
take(enumerate([(1, 2), (3, 4)], strict=True))
take(enumerate(-1))
take(enumerate(bool, [1, 2, 3], ()))
take(enumerate((), len))
take(enumerate())
take(enumerate(bool))
take(enumerate(nope=1))
take(enumerate([1, 2, 3], 'abc', range(4), ()))
""")
