"""list.index and what it leaves behind."""
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


def on(v, name, *args, **kw):
    """Calls a method and gives its result and what became of the object."""
    try:
        return getattr(v, name)(*args, **kw), v
    except Exception as e:
        return type(e).__name__, str(e), v


show(r"""
on([[1], (1, 2), None], 'index', 2**70)
on([], 'index', 'abc', 5)
on(['b', 'a', 'c'], 'index', 0, True)
on(['b', 'a', 'c'], 'index', None, 2**70)
on([], 'index', 3, range(3))
on([[1], (1, 2), None], 'index', {'a': 1}, 2.5)
on([], 'index', 2.5, True, 5)
on([1, 2, 3], 'index', 'abc', True, 2**70)
on(['b', 'a', 'c'], 'index', range(3), -1)
on([1, 2, 3], 'index', b'x', -1)
on([3, 1.5, True, -2], 'index', (1, 2), 'a')
on(['b', 'a', 'c'], 'index', b'x', 1, range(3))
on([[1], (1, 2), None], 'index', 3)
on([3, 1.5, True, -2], 'index', -1)
on([3, 1.5, True, -2], 'index', (1, 2))
on([3, 1.5, True, -2], 'index', 2**70)
on([[1], (1, 2), None], 'index', 0, 5)
on([1, 2, 3], 'index', 1, 5)
on([[1], (1, 2), None], 'index', None)
on([1, 2, 3], 'index', 'a', iter([7, 8]))
on(['b', 'a', 'c'], 'index', {9}, True)
on([1, 2, 3], 'index', 1)
on([3, 1.5, True, -2], 'index', 'a', 1)
on([1, 2, 3], 'index', -1)
on([3, 1.5, True, -2], 'index', 2.5)
on([[1], (1, 2), None], 'index', 1)
on([1, 2, 3], 'index', 5, 1)
on([3, 1.5, True, -2], 'index')
on([[1], (1, 2), None], 'index', b'x')
on(['b', 'a', 'c'], 'index', 'a')
""")
