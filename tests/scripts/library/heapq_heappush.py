"""heapq.heappush with every kind of argument."""
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
with_arg(heapq.heappush, [], 'abc')
with_arg(heapq.heappush, [], [(1, 'a'), (0, 'b')])
with_arg(heapq.heappush, [1, 2, 3], -1)
with_arg(heapq.heappush, [], [])
with_arg(heapq.heappush, [], [1, 2, 3])
with_arg(heapq.heappush, [(1, 'a'), (0, 'b')], (3, 1))
with_arg(heapq.heappush, [5, 'a'], 0)
with_arg(heapq.heappush, [], [3, 1, 2])
with_arg(heapq.heappush, [], 2)
with_arg(heapq.heappush, [], [5, 'a'])
with_arg(heapq.heappush, [], 0)
with_arg(heapq.heappush, [3, 1, 2], 0)
with_arg(heapq.heappush, [1, 2, 3], 1.5)
with_arg(heapq.heappush, [], -1)
with_arg(heapq.heappush, [], 1.5)
with_arg(heapq.heappush, [5, 'a'], 2)
with_arg(heapq.heappush, (3, 1), None, 2)
with_arg(heapq.heappush, -1, [])
with_arg(heapq.heappush, None, (3, 1))
with_arg(heapq.heappush, [])
with_arg(heapq.heappush, [5, 'a'], [3, 1, 2])
with_arg(heapq.heappush, 1.5, (3, 1))
with_arg(heapq.heappush, (3, 1), -1)
with_arg(heapq.heappush, [(1, 'a'), (0, 'b')], 1.5)
with_arg(heapq.heappush, 'abc', [])
with_arg(heapq.heappush, nope=1)
""")
