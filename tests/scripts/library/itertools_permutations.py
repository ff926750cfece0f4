"""itertools.permutations with every kind of argument."""
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
take(itertools.permutations(iter('xy')))
take(itertools.permutations(range(4), 5))
take(itertools.permutations('A', 2))
take(itertools.permutations([0, 1, 0, 1], 5))
take(itertools.permutations([True, False], 2))
take(itertools.permutations([0, 1, 0, 1], 0))
take(itertools.permutations([0, 1, 0, 1], 2))
take(itertools.permutations({'k': 1}))
take(itertools.permutations(range(4)))
take(itertools.permutations([0, 1, 0, 1]))
take(itertools.permutations([(1, 2), (3, 4)]))
take(itertools.permutations(range(4), 2))
take(itertools.permutations('A'))
take(itertools.permutations([1, 2, 3]))
take(itertools.permutations('abc'))
take(itertools.permutations(range(4), range(4), -1))
take(itertools.permutations(r=2))
take(itertools.permutations(bool, bool))
take(itertools.permutations((), -1))
take(itertools.permutations(lambda *a: a, iter('xy')))
take(itertools.permutations({'k': 1}, range(4)))
take(itertools.permutations([1, 2, 3], 'abc', range(4), ()))
""")
