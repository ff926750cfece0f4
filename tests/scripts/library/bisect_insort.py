"""bisect.insort with every kind of argument."""
import bisect


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
with_arg(bisect.insort, [1.5, 2.5], 0)
with_arg(bisect.insort, [], 1)
with_arg(bisect.insort, [], [])
with_arg(bisect.insort, [], (1, 3, 5))
with_arg(bisect.insort, [1.5, 2.5], 0, 2)
with_arg(bisect.insort, [], 5)
with_arg(bisect.insort, [1.5, 2.5], (1, 3, 5), 3)
with_arg(bisect.insort, [1, 2, 2, 3], 1)
with_arg(bisect.insort, [], 1, 2)
with_arg(bisect.insort, [], 2)
with_arg(bisect.insort, [1, 2, 2, 3], 3)
with_arg(bisect.insort, [], 3)
with_arg(bisect.insort, [], 2, 5)
with_arg(bisect.insort, [1.5, 2.5], 5)
with_arg(bisect.insort, [], [1, 2, 2, 3])
with_arg(bisect.insort, None, 5, [1.5, 2.5])
with_arg(bisect.insort, 2, 5)
with_arg(bisect.insort, [1.5, 2.5], -1, (1, 3, 5))
with_arg(bisect.insort, )
with_arg(bisect.insort, 5)
with_arg(bisect.insort, [1.5, 2.5], [1, 2, 2, 3])
with_arg(bisect.insort, 'abc', [1, 2, 2, 3], 2)
with_arg(bisect.insort, None, None, 5)
with_arg(bisect.insort, (1, 3, 5), 1)
with_arg(bisect.insort, 5, 3, -1)
with_arg(bisect.insort, 'a', 'abc')
""")
