"""itertools.batched with every kind of argument."""
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
take(itertools.batched([True, False], 2))
take(itertools.batched([(1, 2), (3, 4)], n=2))
take(itertools.batched(iter('xy'), 5))
take(itertools.batched((), n=2))
take(itertools.batched({'k': 1}, n=2))
take(itertools.batched('A', n=2))
take(itertools.batched([0, 1, 0, 1], 2))
take(itertools.batched((), ()))
take(itertools.batched(5, lambda *a: a))
take(itertools.batched(len, 5))
take(itertools.batched(len, 'abc', [1, 2, 3]))
take(itertools.batched([0, 1, 0, 1]))
take(itertools.batched(bool, 5))
take(itertools.batched([0, 1, 0, 1], -1))
take(itertools.batched())
take(itertools.batched([1, 2, 3], 2))
take(itertools.batched([1, 2, 3], 'abc', range(4), ()))
""")
