"""itertools.groupby with every kind of argument."""
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
take(itertools.groupby((), key=bool))
take(itertools.groupby((), len))
take(itertools.groupby(iter('xy'), lambda *a: a))
take(itertools.groupby([(1, 2), (3, 4)]))
take(itertools.groupby([0, 1, 0, 1], bool))
take(itertools.groupby([(1, 2), (3, 4)], key=bool))
take(itertools.groupby(range(4), lambda *a: a))
take(itertools.groupby('A', len))
take(itertools.groupby(iter('xy')))
take(itertools.groupby((), 5))
take(itertools.groupby({'k': 1}, None))
take(itertools.groupby([True, False], bool))
take(itertools.groupby([1, 2, 3], None))
take(itertools.groupby(range(4)))
take(itertools.groupby([1, 2, 3], str))
take(itertools.groupby([(1, 2), (3, 4)], lambda *a: a))
take(itertools.groupby({'k': 1}, lambda *a: a))
take(itertools.groupby('A'))
take(itertools.groupby('abc'))
take(itertools.groupby([0, 1, 0, 1], str))
take(itertools.groupby([0, 1, 0, 1]))
take(itertools.groupby([True, False], key=len))
take(itertools.groupby(range(4), 'abc', [True, False]))
take(itertools.groupby())
take(itertools.groupby(str, range(4)))
take(itertools.groupby([(1, 2), (3, 4)], -1))
take(itertools.groupby([(1, 2), (3, 4)], [0, 1, 0, 1]))
take(itertools.groupby(lambda *a: a))
take(itertools.groupby([1, 2, 3], key=len))
take(itertools.groupby([1, 2, 3], 'abc', range(4), ()))
""")
