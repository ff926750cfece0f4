"""statistics.harmonic_mean with every kind of argument."""
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
statistics.harmonic_mean([1, 1, 2], [0.1] * 3)
statistics.harmonic_mean((10, 20, 60), [1, 1, 2])
statistics.harmonic_mean([0.1] * 3, (10, 20, 60))
statistics.harmonic_mean([True, False], [True, False])
statistics.harmonic_mean([1, 2, 3, 4])
statistics.harmonic_mean((10, 20, 60), (10, 20, 60))
statistics.harmonic_mean([True, False])
statistics.harmonic_mean([1.5, 2.5], None)
statistics.harmonic_mean([5], None)
statistics.harmonic_mean([1, 1, 2], (10, 20, 60))
statistics.harmonic_mean([True, False], None)
statistics.harmonic_mean([5])
statistics.harmonic_mean([1.5, 2.5], [1.5, 2.5])
statistics.harmonic_mean((10, 20, 60), None)
statistics.harmonic_mean([5], [5])
statistics.harmonic_mean([True, False], [1.5, 2.5])
statistics.harmonic_mean([True, False], [1, 2, 3, 4])
statistics.harmonic_mean([1, 2, 3, 4], [1, 'a'], [1, 1, 2])
statistics.harmonic_mean(5, ['x', 'x', 'y'])
statistics.harmonic_mean(nope=1)
statistics.harmonic_mean()
statistics.harmonic_mean([1, 2, 3, 4], [1.5, 2.5], [], [5])
statistics.harmonic_mean([], (10, 20, 60))
statistics.harmonic_mean([-1, 1], [-1, 1])
statistics.harmonic_mean([1, 'a'], [1, 'a'])
statistics.harmonic_mean(None, ['x', 'x', 'y'])
""")
