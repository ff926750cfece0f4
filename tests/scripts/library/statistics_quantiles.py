"""statistics.quantiles with every kind of argument."""
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
statistics.quantiles([0.1] * 3)
statistics.quantiles([1, 2, 3, 4])
statistics.quantiles([1, 1, 2])
statistics.quantiles([1.5, 2.5], method='inclusive')
statistics.quantiles([5], n=3)
statistics.quantiles([1, 2, 3, 4], n=3)
statistics.quantiles([5])
statistics.quantiles([1, 2, 3, 4], method='inclusive')
statistics.quantiles((10, 20, 60))
statistics.quantiles([-1, 1])
statistics.quantiles([True, False])
statistics.quantiles([-1, 1], n=3)
statistics.quantiles([1.5, 2.5])
statistics.quantiles((10, 20, 60), n=3)
statistics.quantiles([1, 1, 2], n=3)
statistics.quantiles([1, 1, 2], ['x', 'x', 'y'])
statistics.quantiles([1, 2, 3, 4], [1, 'a'], [-1, 1])
statistics.quantiles(['x', 'x', 'y'], method='inclusive')
statistics.quantiles(5, method='inclusive')
statistics.quantiles([1, 'a'])
statistics.quantiles([], method='inclusive')
statistics.quantiles(None)
statistics.quantiles()
statistics.quantiles(nope=1)
""")
