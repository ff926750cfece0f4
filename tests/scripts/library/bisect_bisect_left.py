"""bisect.bisect_left with every kind of argument."""
import bisect


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
bisect.bisect_left([1.5, 2.5], [], 2)
bisect.bisect_left((1, 3, 5), 5, 3)
bisect.bisect_left([], None)
bisect.bisect_left([1.5, 2.5], 0)
bisect.bisect_left([], 'abc')
bisect.bisect_left([1, 2, 2, 3], 5)
bisect.bisect_left([1, 2, 2, 3], 5, 3)
bisect.bisect_left((1, 3, 5), 3)
bisect.bisect_left([], [1, 2, 2, 3], 3)
bisect.bisect_left('a', -1, 3)
bisect.bisect_left('abc', -1, 5)
bisect.bisect_left([1, 2, 2, 3], [], 5)
bisect.bisect_left([1, 2, 2, 3], 1, 1)
bisect.bisect_left([1, 2, 2, 3], 2, 0, 5)
bisect.bisect_left('a', [1.5, 2.5], 5)
bisect.bisect_left([1.5, 2.5], 3)
bisect.bisect_left(2, 5)
bisect.bisect_left((1, 3, 5), [1.5, 2.5])
bisect.bisect_left(5, 0, 'abc')
bisect.bisect_left(None, 1, [1.5, 2.5])
bisect.bisect_left([1.5, 2.5], 'abc')
bisect.bisect_left(None, 1)
bisect.bisect_left([])
bisect.bisect_left(-1, [1, 2, 2, 3], -1)
bisect.bisect_left()
""")
