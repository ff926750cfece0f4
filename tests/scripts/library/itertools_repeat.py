"""itertools.repeat with every kind of argument."""
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
take(itertools.repeat(-1, times=2))
take(itertools.repeat([True, False], times=2))
take(itertools.repeat('A', 5))
take(itertools.repeat((), times=-1))
take(itertools.repeat(str, -1))
take(itertools.repeat([(1, 2), (3, 4)], 2))
take(itertools.repeat((), times=2))
take(itertools.repeat(()))
take(itertools.repeat({'k': 1}, times=2))
take(itertools.repeat(2, -1))
take(itertools.repeat(0))
take(itertools.repeat('A'))
take(itertools.repeat(1.5))
take(itertools.repeat(None))
take(itertools.repeat([0, 1, 0, 1], times=2))
take(itertools.repeat([(1, 2), (3, 4)]))
take(itertools.repeat({'k': 1}))
take(itertools.repeat(5, 5))
take(itertools.repeat(range(4)))
take(itertools.repeat(range(4), 5))
take(itertools.repeat(2, 2))
take(itertools.repeat(5))
take(itertools.repeat('abc'))
take(itertools.repeat([0, 1, 0, 1]))
take(itertools.repeat(bool, 2))
take(itertools.repeat(1.5, (), [0, 1, 0, 1]))
take(itertools.repeat({'k': 1}, 1.5))
take(itertools.repeat(5, 'A'))
take(itertools.repeat(nope=1))
take(itertools.repeat([1, 2, 3], 'abc', range(4), ()))
""")
