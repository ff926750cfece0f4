"""itertools.accumulate with every kind of argument."""
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
take(itertools.accumulate({'k': 1}, range(4)))
take(itertools.accumulate('A', {'k': 1}))
take(itertools.accumulate(range(4), None))
take(itertools.accumulate([1, 2, 3]))
take(itertools.accumulate(iter('xy'), func=max))
take(itertools.accumulate('abc', None))
take(itertools.accumulate([1, 2, 3], lambda *a: a))
take(itertools.accumulate((), 1.5))
take(itertools.accumulate((), str))
take(itertools.accumulate('abc', func=max))
take(itertools.accumulate([True, False]))
take(itertools.accumulate(iter('xy'), lambda *a: a))
take(itertools.accumulate(()))
take(itertools.accumulate((), initial=10))
take(itertools.accumulate([(1, 2), (3, 4)], lambda *a: a))
take(itertools.accumulate([(1, 2), (3, 4)], func=max))
take(itertools.accumulate([1, 2, 3], func=max))
take(itertools.accumulate([0, 1, 0, 1], lambda *a: a))
take(itertools.accumulate([0, 1, 0, 1]))
take(itertools.accumulate(str))
take(itertools.accumulate(0, 1.5))
take(itertools.accumulate(5, [True, False], ()))
take(itertools.accumulate('abc', 'A'))
take(itertools.accumulate([0, 1, 0, 1], len))
take(itertools.accumulate(nope=1))
take(itertools.accumulate([1, 2, 3], [(1, 2), (3, 4)]))
take(itertools.accumulate('abc', initial=10))
take(itertools.accumulate([0, 1, 0, 1], bool))
take(itertools.accumulate(iter('xy'), str))
take(itertools.accumulate([1, 2, 3], 'abc', range(4), ()))
""")
