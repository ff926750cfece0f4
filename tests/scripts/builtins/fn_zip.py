"""The builtin zip() with every kind of argument."""
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
take(zip('A', [(1, 2), (3, 4)]))
take(zip((), [0, 1, 0, 1], [0, 1, 0, 1]))
take(zip(range(4), range(4)))
take(zip('abc', [0, 1, 0, 1]))
take(zip(iter('xy'), [True, False], 'A'))
take(zip([0, 1, 0, 1]))
take(zip((), 'abc'))
take(zip([1, 2, 3], 'abc'))
take(zip({'k': 1}, iter('xy')))
take(zip('A', 'abc'))
take(zip(range(4), [True, False]))
take(zip([1, 2, 3], 'abc', range(4), ()))
take(zip([1, 2, 3], [True, False]))
take(zip([0, 1, 0, 1], 'A'))
take(zip([(1, 2), (3, 4)], strict=True))
take(zip('abc', [1, 2, 3], [0, 1, 0, 1]))
take(zip([1, 2, 3]))
take(zip([True, False]))
take(zip('abc', strict=True))
take(zip({'k': 1}))
take(zip([(1, 2), (3, 4)], 'abc'))
take(zip(iter('xy'), iter('xy')))
take(zip('abc', {'k': 1}))
take(zip([True, False], iter('xy')))
take(zip([1, 2, 3], [1, 2, 3], [(1, 2), (3, 4)]))
take(zip(iter('xy'), [1, 2, 3], [True, False]))
take(zip(None, bool))
take(zip([True, False], len))
take(zip(nope=1))
take(zip({'k': 1}, start=5))
""")
