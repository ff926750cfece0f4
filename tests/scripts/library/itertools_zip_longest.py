"""itertools.zip_longest with every kind of argument."""
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
take(itertools.zip_longest({'k': 1}, [(1, 2), (3, 4)], {'k': 1}))
take(itertools.zip_longest((), [1, 2, 3]))
take(itertools.zip_longest({'k': 1}, range(4), range(4)))
take(itertools.zip_longest(range(4), 'abc'))
take(itertools.zip_longest(iter('xy'), iter('xy')))
take(itertools.zip_longest(iter('xy'), [True, False]))
take(itertools.zip_longest('abc', ()))
take(itertools.zip_longest('A', iter('xy'), [True, False]))
take(itertools.zip_longest(iter('xy')))
take(itertools.zip_longest([1, 2, 3], ()))
take(itertools.zip_longest([0, 1, 0, 1], iter('xy')))
take(itertools.zip_longest({'k': 1}, [(1, 2), (3, 4)]))
take(itertools.zip_longest(fillvalue=0))
take(itertools.zip_longest([(1, 2), (3, 4)], fillvalue=0))
take(itertools.zip_longest('abc'))
take(itertools.zip_longest([True, False], [True, False]))
take(itertools.zip_longest(range(4), iter('xy')))
take(itertools.zip_longest('A', [True, False]))
take(itertools.zip_longest((), range(4)))
take(itertools.zip_longest([0, 1, 0, 1], [0, 1, 0, 1]))
take(itertools.zip_longest())
take(itertools.zip_longest([1, 2, 3]))
take(itertools.zip_longest([0, 1, 0, 1], {'k': 1}))
take(itertools.zip_longest([0, 1, 0, 1], (), iter('xy')))
take(itertools.zip_longest([(1, 2), (3, 4)], 'abc'))
take(itertools.zip_longest({'k': 1}, {'k': 1}))
take(itertools.zip_longest('A', [1, 2, 3]))
take(itertools.zip_longest([(1, 2), (3, 4)], 1.5, 0))
take(itertools.zip_longest(range(4), 5))
take(itertools.zip_longest(nope=1))
""")
