"""itertools.compress with every kind of argument."""
import itertools


def take(it, n=12):
    """The first items of an iterator, the groups and inner iterators too."""
    out = [x for x, _ in zip(it, range(n))]
    return [(k, list(g)) if type(it).__name__ == "groupby" else (k, g) for k, g in out] if out and type(out[0]) is tuple and len(out[0]) == 2 else out


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
take(itertools.compress({'k': 1}, {'k': 1}))
take(itertools.compress((), [True, False]))
take(itertools.compress([True, False], ()))
take(itertools.compress(iter('xy'), iter('xy')))
take(itertools.compress({'k': 1}, [0, 1, 0, 1]))
take(itertools.compress(iter('xy'), 'A'))
take(itertools.compress([(1, 2), (3, 4)], [(1, 2), (3, 4)]))
take(itertools.compress('A', 'A'))
take(itertools.compress([True, False], range(4)))
take(itertools.compress([1, 2, 3], [(1, 2), (3, 4)]))
take(itertools.compress([0, 1, 0, 1], [(1, 2), (3, 4)]))
take(itertools.compress([True, False], 'A'))
take(itertools.compress('abc', [0, 1, 0, 1]))
take(itertools.compress([0, 1, 0, 1], 'abc'))
take(itertools.compress([0, 1, 0, 1], 'A'))
take(itertools.compress('abc', [True, False]))
take(itertools.compress([1, 2, 3], 'A'))
take(itertools.compress([0, 1, 0, 1], range(4)))
take(itertools.compress('abc', range(4)))
take(itertools.compress([True, False], [(1, 2), (3, 4)]))
take(itertools.compress(range(4), range(4)))
take(itertools.compress([1, 2, 3], range(4)))
take(itertools.compress([(1, 2), (3, 4)], [0, 1, 0, 1]))
take(itertools.compress({'k': 1}, [True, False], [True, False]))
take(itertools.compress(0, -1))
take(itertools.compress(lambda *a: a, 0))
take(itertools.compress({'k': 1}))
take(itertools.compress([1, 2, 3], 'abc', range(4), ()))
take(itertools.compress())
""")
