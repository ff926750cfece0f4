"""statistics.stdev with every kind of argument."""
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
statistics.stdev([0.1] * 3)
statistics.stdev([1.5, 2.5], 5)
statistics.stdev([-1, 1])
statistics.stdev([1.5, 2.5])
statistics.stdev((10, 20, 60), None)
statistics.stdev([0.1] * 3, 5)
statistics.stdev([1, 2, 3, 4], 5)
statistics.stdev((10, 20, 60), 5)
statistics.stdev([1, 1, 2], 5)
statistics.stdev([1, 2, 3, 4])
statistics.stdev([1, 1, 2])
statistics.stdev([True, False], (10, 20, 60))
statistics.stdev([], [1, 1, 2])
statistics.stdev([1, 1, 2], [1.5, 2.5], [])
statistics.stdev(['x', 'x', 'y'], None)
statistics.stdev([0.1] * 3, [0.1] * 3)
statistics.stdev(None, [])
statistics.stdev(5, (10, 20, 60))
statistics.stdev([1, 2, 3, 4], [1.5, 2.5], [], [5])
statistics.stdev(nope=1)
statistics.stdev()
""")
