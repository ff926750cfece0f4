"""heapq.heappop with every kind of argument."""
import heapq


def with_arg(f, *args):
    return f(*args), args


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
with_arg(heapq.heappop, [5, 'a'])
with_arg(heapq.heappop, [1, 2, 3])
with_arg(heapq.heappop, [(1, 'a'), (0, 'b')])
with_arg(heapq.heappop, [3, 1, 2])
with_arg(heapq.heappop, -1, [5, 'a'], 0)
with_arg(heapq.heappop, -1, [])
with_arg(heapq.heappop, 1.5)
with_arg(heapq.heappop, (3, 1))
with_arg(heapq.heappop, 0)
with_arg(heapq.heappop, 'abc')
with_arg(heapq.heappop, nope=1)
with_arg(heapq.heappop, None)
with_arg(heapq.heappop, [])
""")
