"""The builtin map() with every kind of argument."""
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
take(map(str, {'k': 1}))
take(map(str, [(1, 2), (3, 4)]))
take(map(iter('xy'), ()))
take(map(lambda *a: a, 'abc', [1, 2, 3]))
take(map([(1, 2), (3, 4)], ()))
take(map(5, ()))
take(map(lambda *a: a, 'abc'))
take(map(bool, 'A'))
take(map(lambda *a: a, [1, 2, 3]))
take(map(len, iter('xy')))
take(map(bool, [(1, 2), (3, 4)]))
take(map(len, 'abc'))
take(map(lambda *a: a, {'k': 1}))
take(map(bool, [0, 1, 0, 1]))
take(map(bool, [True, False]))
take(map('abc', 1.5, 5))
take(map(None, start=5))
take(map('A', range(4)))
take(map(1.5))
take(map(range(4), -1))
take(map({'k': 1}, iter('xy')))
take(map(len, range(4)))
take(map(str, [True, False], [0, 1, 0, 1]))
take(map(len, [True, False]))
take(map(bool, 'A', 'A'))
""")
