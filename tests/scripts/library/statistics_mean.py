"""statistics.mean with every kind of argument."""
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
statistics.mean([5])
statistics.mean([0.1] * 3)
statistics.mean([1.5, 2.5])
statistics.mean([1, 2, 3, 4])
statistics.mean([1, 1, 2])
statistics.mean((10, 20, 60))
statistics.mean([True, False])
statistics.mean([-1, 1])
statistics.mean(None, [], ['x', 'x', 'y'])
statistics.mean(None, [1, 'a'])
statistics.mean(5)
statistics.mean('ab')
statistics.mean(nope=1)
statistics.mean(None)
statistics.mean()
statistics.mean([])
""")
