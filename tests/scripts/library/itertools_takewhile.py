"""itertools.takewhile with every kind of argument."""
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
take(itertools.takewhile(str, iter('xy')))
take(itertools.takewhile([(1, 2), (3, 4)], ()))
take(itertools.takewhile(lambda *a: a, [0, 1, 0, 1]))
take(itertools.takewhile({'k': 1}, ()))
take(itertools.takewhile('A', ()))
take(itertools.takewhile(str, [True, False]))
take(itertools.takewhile(str, range(4)))
take(itertools.takewhile(lambda *a: a, [1, 2, 3]))
take(itertools.takewhile(len, {'k': 1}))
take(itertools.takewhile(str, 'abc'))
take(itertools.takewhile((), len))
take(itertools.takewhile(range(4), str))
take(itertools.takewhile([1, 2, 3], len, [0, 1, 0, 1]))
take(itertools.takewhile([1, 2, 3]))
take(itertools.takewhile(1.5, [1, 2, 3]))
take(itertools.takewhile(-1, [True, False]))
take(itertools.takewhile(len, [True, False]))
take(itertools.takewhile(nope=1))
take(itertools.takewhile(len, [0, 1, 0, 1]))
""")
