"""heapq.nsmallest with every kind of argument."""
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
heapq.nsmallest(0, [3, 1, 2], [])
heapq.nsmallest(0, [3, 1, 2], [1, 2, 3])
heapq.nsmallest(0, [5, 'a'])
heapq.nsmallest(2, [1, 2, 3])
heapq.nsmallest(2, (3, 1))
heapq.nsmallest(2, [(1, 'a'), (0, 'b')])
heapq.nsmallest(2, 'abc')
heapq.nsmallest(nope=1)
heapq.nsmallest([5, 'a'], [3, 1, 2], [5, 'a'])
heapq.nsmallest(2, -1)
heapq.nsmallest([3, 1, 2])
heapq.nsmallest((3, 1), None)
heapq.nsmallest(None, (3, 1), [3, 1, 2])
heapq.nsmallest(1.5, [3, 1, 2])
heapq.nsmallest(2, [3, 1, 2], [5, 'a'])
heapq.nsmallest(2, [5, 'a'], 1.5)
heapq.nsmallest([3, 1, 2], [1, 2, 3], [], 2)
heapq.nsmallest()
""")
