"""statistics.mode with every kind of argument."""
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
statistics.mode([-1, 1])
statistics.mode([True, False])
statistics.mode([1, 2, 3, 4])
statistics.mode([5])
statistics.mode(['x', 'x', 'y'])
statistics.mode('ab')
statistics.mode([0.1] * 3)
statistics.mode([1.5, 2.5])
statistics.mode((10, 20, 60))
statistics.mode([1, 1, 2])
statistics.mode([1, 'a'])
statistics.mode([0.1] * 3, [])
statistics.mode([1, 'a'], [True, False], [0.1] * 3)
statistics.mode(nope=1)
statistics.mode([])
statistics.mode(5)
statistics.mode(None)
statistics.mode()
""")
