"""itertools.product with every kind of argument."""
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
take(itertools.product(iter('xy'), (), [(1, 2), (3, 4)]))
take(itertools.product([1, 2, 3], 'abc'))
take(itertools.product((), [1, 2, 3]))
take(itertools.product('A', 'abc', [1, 2, 3]))
take(itertools.product((), [True, False]))
take(itertools.product(range(4), {'k': 1}))
take(itertools.product([0, 1, 0, 1], 'A', [1, 2, 3]))
take(itertools.product([True, False], iter('xy')))
take(itertools.product({'k': 1}, [1, 2, 3]))
take(itertools.product([0, 1, 0, 1], [0, 1, 0, 1]))
take(itertools.product('abc'))
take(itertools.product(range(4), [0, 1, 0, 1]))
take(itertools.product('abc', [True, False]))
take(itertools.product(iter('xy'), repeat=2))
take(itertools.product([(1, 2), (3, 4)], [(1, 2), (3, 4)]))
take(itertools.product('A'))
take(itertools.product(range(4), [0, 1, 0, 1], [0, 1, 0, 1]))
take(itertools.product([0, 1, 0, 1]))
take(itertools.product([True, False], {'k': 1}))
take(itertools.product({'k': 1}, [(1, 2), (3, 4)]))
take(itertools.product('abc', [1, 2, 3]))
take(itertools.product({'k': 1}, [(1, 2), (3, 4)], [True, False]))
take(itertools.product(range(4), 'abc', 'A'))
take(itertools.product([1, 2, 3], range(4)))
take(itertools.product([(1, 2), (3, 4)]))
take(itertools.product('abc', [0, 1, 0, 1]))
take(itertools.product(bool, [1, 2, 3], None))
take(itertools.product([(1, 2), (3, 4)], len, range(4)))
take(itertools.product(range(4), repeat=-1))
take(itertools.product(nope=1))
""")
