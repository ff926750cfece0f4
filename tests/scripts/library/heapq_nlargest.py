"""heapq.nlargest with every kind of argument."""
import heapq


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
heapq.nlargest(0, [1, 2, 3])
heapq.nlargest(0, [3, 1, 2], (3, 1))
heapq.nlargest(0, 'abc')
heapq.nlargest(2, 'abc')
heapq.nlargest(2, [3, 1, 2])
heapq.nlargest(2, [(1, 'a'), (0, 'b')])
heapq.nlargest(2, (3, 1))
heapq.nlargest(0, 2, [3, 1, 2])
heapq.nlargest('abc', None)
heapq.nlargest(1.5, 'abc', 'abc')
heapq.nlargest([(1, 'a'), (0, 'b')], [], [(1, 'a'), (0, 'b')])
heapq.nlargest('abc')
heapq.nlargest((3, 1), [1, 2, 3])
heapq.nlargest(1.5, [])
heapq.nlargest(2, [1, 2, 3], 0)
heapq.nlargest()
heapq.nlargest(nope=1)
heapq.nlargest([3, 1, 2], [1, 2, 3], [], 2)
""")
