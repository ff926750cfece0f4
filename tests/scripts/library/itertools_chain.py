"""itertools.chain with every kind of argument."""
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
take(itertools.chain([True, False], 'A'))
take(itertools.chain([0, 1, 0, 1], {'k': 1}))
take(itertools.chain(()))
take(itertools.chain({'k': 1}, {'k': 1}))
take(itertools.chain(iter('xy'), [True, False]))
take(itertools.chain(iter('xy'), [(1, 2), (3, 4)], ()))
take(itertools.chain(iter('xy'), {'k': 1}))
take(itertools.chain([0, 1, 0, 1], [(1, 2), (3, 4)], iter('xy')))
take(itertools.chain(iter('xy'), ()))
take(itertools.chain([1, 2, 3], [(1, 2), (3, 4)]))
take(itertools.chain(iter('xy'), 'A'))
take(itertools.chain('A', 'abc'))
take(itertools.chain('A', [(1, 2), (3, 4)]))
take(itertools.chain('A', range(4)))
take(itertools.chain([1, 2, 3], 'A'))
take(itertools.chain([1, 2, 3], [(1, 2), (3, 4)], [0, 1, 0, 1]))
take(itertools.chain('abc'))
take(itertools.chain('A', iter('xy')))
take(itertools.chain({'k': 1}, 'abc'))
take(itertools.chain(iter('xy'), range(4), [(1, 2), (3, 4)]))
take(itertools.chain('abc', [(1, 2), (3, 4)]))
take(itertools.chain([True, False]))
take(itertools.chain(range(4), range(4)))
take(itertools.chain([1, 2, 3]))
take(itertools.chain([0, 1, 0, 1]))
take(itertools.chain('abc', iter('xy')))
take(itertools.chain([(1, 2), (3, 4)], 1.5))
take(itertools.chain(0, len, len))
take(itertools.chain((), [(1, 2), (3, 4)], {'k': 1}))
take(itertools.chain(nope=1))
""")
