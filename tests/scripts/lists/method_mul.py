"""list.__mul__ and what it leaves behind."""
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
on([[1], (1, 2), None], '__mul__', 'abc', 2.5)
on([], '__mul__', -1)
on([[1], (1, 2), None], '__mul__', range(3), True, range(3))
on([1, 2, 3], '__mul__', True, 'a', range(3))
on([[1], (1, 2), None], '__mul__', 2.5)
on(['b', 'a', 'c'], '__mul__', 2.5)
on([], '__mul__', 1, None)
on([1, 2, 3], '__mul__', (1, 2))
on([], '__mul__', 2.5)
on([1, 2, 3], '__mul__', 5, iter([7, 8]))
on([3, 1.5, True, -2], '__mul__', 0, True)
on(['b', 'a', 'c'], '__mul__', iter([7, 8]), (1, 2))
on(['b', 'a', 'c'], '__mul__', {9}, True, 5)
on(['b', 'a', 'c'], '__mul__', 5)
on([], '__mul__', None)
on([3, 1.5, True, -2], '__mul__', iter([7, 8]))
on([3, 1.5, True, -2], '__mul__', 5)
on([], '__mul__', [1])
on([[1], (1, 2), None], '__mul__', iter([7, 8]))
on([[1], (1, 2), None], '__mul__', (1, 2))
on([3, 1.5, True, -2], '__mul__', range(3), (1, 2), 'abc')
on([1, 2, 3], '__mul__', range(3))
on([1, 2, 3], '__mul__', 2.5)
on([], '__mul__', 5, True, 2.5)
on([], '__mul__', 'abc')
on([1, 2, 3], '__mul__', iter([7, 8]))
on([[1], (1, 2), None], '__mul__', {9})
on(['b', 'a', 'c'], '__mul__', range(3))
on([1, 2, 3], '__mul__', -1)
on([[1], (1, 2), None], '__mul__', -1)
""")
