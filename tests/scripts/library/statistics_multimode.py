"""statistics.multimode with every kind of argument."""
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
statistics.multimode((10, 20, 60))
statistics.multimode([-1, 1])
statistics.multimode([True, False])
statistics.multimode([1, 1, 2])
statistics.multimode([5])
statistics.multimode([])
statistics.multimode([1.5, 2.5])
statistics.multimode([1, 'a'])
statistics.multimode('ab')
statistics.multimode([0.1] * 3)
statistics.multimode([1, 2, 3, 4])
statistics.multimode(['x', 'x', 'y'])
statistics.multimode(None, 5, [1, 1, 2])
statistics.multimode(5, [1, 1, 2])
statistics.multimode(nope=1)
statistics.multimode(None)
statistics.multimode(5)
statistics.multimode()
""")
