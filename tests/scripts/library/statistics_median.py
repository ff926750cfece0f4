"""statistics.median with every kind of argument."""
import statistics


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
statistics.median(['x', 'x', 'y'])
statistics.median([True, False])
statistics.median([-1, 1])
statistics.median([0.1] * 3)
statistics.median((10, 20, 60))
statistics.median([1, 1, 2])
statistics.median([1.5, 2.5])
statistics.median([1, 2, 3, 4])
statistics.median([5])
statistics.median([], 'ab', ['x', 'x', 'y'])
statistics.median(None, [5])
statistics.median('ab')
statistics.median(nope=1)
statistics.median([])
statistics.median(None)
statistics.median()
statistics.median([1, 'a'])
statistics.median(5)
""")
