"""itertools.combinations_with_replacement with every kind of argument."""
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
take(itertools.combinations_with_replacement({'k': 1}, r=2))
take(itertools.combinations_with_replacement((), r=2))
take(itertools.combinations_with_replacement([1, 2, 3], 0))
take(itertools.combinations_with_replacement([(1, 2), (3, 4)], 5))
take(itertools.combinations_with_replacement('A', 2))
take(itertools.combinations_with_replacement((), 5))
take(itertools.combinations_with_replacement(range(4), r=2))
take(itertools.combinations_with_replacement({'k': 1}, 5))
take(itertools.combinations_with_replacement('abc', r=2))
take(itertools.combinations_with_replacement(iter('xy'), r=2))
take(itertools.combinations_with_replacement(1.5, [(1, 2), (3, 4)], [1, 2, 3]))
take(itertools.combinations_with_replacement([0, 1, 0, 1], [True, False]))
take(itertools.combinations_with_replacement(None, ()))
take(itertools.combinations_with_replacement(bool, r=2))
take(itertools.combinations_with_replacement(bool))
take(itertools.combinations_with_replacement(0, 0))
take(itertools.combinations_with_replacement([1, 2, 3], -1))
take(itertools.combinations_with_replacement(r=2))
take(itertools.combinations_with_replacement([1, 2, 3], 'abc', range(4), ()))
""")
