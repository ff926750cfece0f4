"""bisect.bisect with every kind of argument."""
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
bisect.bisect([1, 2, 2, 3], (1, 3, 5), 5)
bisect.bisect([1.5, 2.5], 3)
bisect.bisect([], None)
bisect.bisect([1.5, 2.5], None, 3)
bisect.bisect([1, 2, 2, 3], 0, 2)
bisect.bisect([], 5)
bisect.bisect('abc', 'a')
bisect.bisect((1, 3, 5), 5)
bisect.bisect([], 3, 2)
bisect.bisect([], 2)
bisect.bisect([], -1, 1)
bisect.bisect([1, 2, 2, 3], 5)
bisect.bisect('a', 'a')
bisect.bisect([], -1, 5)
bisect.bisect((1, 3, 5), None, 3)
bisect.bisect([], 0, 5)
bisect.bisect(-1, 1, 'a')
bisect.bisect(2, [1.5, 2.5], 0)
bisect.bisect(None, [1, 2, 2, 3], 2)
bisect.bisect(5, 1, [])
bisect.bisect([1.5, 2.5], [1, 2, 2, 3])
bisect.bisect('a', -1)
bisect.bisect(-1)
bisect.bisect(None, 2, -1)
bisect.bisect(nope=1)
bisect.bisect([1, 2, 2, 3], 2, 0, 5)
""")
