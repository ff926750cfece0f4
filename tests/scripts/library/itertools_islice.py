"""itertools.islice with every kind of argument."""
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
take(itertools.islice([1, 2, 3], None))
take(itertools.islice([True, False], 2))
take(itertools.islice(range(4), 2))
take(itertools.islice(range(4), 0))
take(itertools.islice({'k': 1}, 2))
take(itertools.islice([1, 2, 3], 0))
take(itertools.islice('A', None))
take(itertools.islice([(1, 2), (3, 4)], 2))
take(itertools.islice(iter('xy'), 2))
take(itertools.islice([0, 1, 0, 1], 0))
take(itertools.islice([0, 1, 0, 1], None))
take(itertools.islice(5, [True, False], 'A'))
take(itertools.islice(bool, None, 0))
take(itertools.islice(iter('xy')))
take(itertools.islice(str, -1, None))
take(itertools.islice(-1, 2))
take(itertools.islice(nope=1))
take(itertools.islice())
""")
