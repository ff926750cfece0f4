"""statistics.fmean with every kind of argument."""
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
statistics.fmean([True, False])
statistics.fmean([0.1] * 3, (10, 20, 60))
statistics.fmean([5])
statistics.fmean((10, 20, 60), (10, 20, 60))
statistics.fmean([0.1] * 3)
statistics.fmean([True, False], [True, False])
statistics.fmean((10, 20, 60))
statistics.fmean([0.1] * 3, [0.1] * 3)
statistics.fmean([-1, 1])
statistics.fmean([1, 1, 2])
statistics.fmean([1, 1, 2], (10, 20, 60))
statistics.fmean([1, 1, 2], [1, 1, 2])
statistics.fmean([1.5, 2.5])
statistics.fmean([1, 2, 3, 4])
statistics.fmean([1, 2, 3, 4], [1, 2, 3, 4])
statistics.fmean('ab', (10, 20, 60), 5)
statistics.fmean([True, False], ['x', 'x', 'y'])
statistics.fmean(None, (10, 20, 60))
statistics.fmean('ab', [0.1] * 3)
statistics.fmean([1, 2, 3, 4], [0.1] * 3)
statistics.fmean([], None)
statistics.fmean([1, 'a'], [1, 'a'])
statistics.fmean(5)
statistics.fmean([], [])
statistics.fmean(['x', 'x', 'y'])
statistics.fmean()
""")
