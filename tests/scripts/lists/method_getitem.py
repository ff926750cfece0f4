"""list.__getitem__ and what it leaves behind."""
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
on(['b', 'a', 'c'], '__getitem__', 2**70, -1)
on([3, 1.5, True, -2], '__getitem__', slice(-2, None))
on([1, 2, 3], '__getitem__', 'a', 'abc')
on([3, 1.5, True, -2], '__getitem__', 2**70)
on(['b', 'a', 'c'], '__getitem__', -1, iter([7, 8]), iter([7, 8]))
on([3, 1.5, True, -2], '__getitem__', slice(-2, None), 'a')
on([1, 2, 3], '__getitem__', 2**70, 1, 'a')
on([[1], (1, 2), None], '__getitem__', 'abc')
on([1, 2, 3], '__getitem__', {9})
on([], '__getitem__', -1, 1)
on([[1], (1, 2), None], '__getitem__', slice(-2, None), -1)
on([[1], (1, 2), None], '__getitem__', 3)
on([], '__getitem__', b'x')
on([[1], (1, 2), None], '__getitem__', b'x')
on([1, 2, 3], '__getitem__', True)
on([3, 1.5, True, -2], '__getitem__', slice(1))
on([], '__getitem__', -1, -1, range(3))
on(['b', 'a', 'c'], '__getitem__', {'a': 1})
on([3, 1.5, True, -2], '__getitem__', 2**70, slice(None, None, 2), True)
on([1, 2, 3], '__getitem__')
on([[1], (1, 2), None], '__getitem__', 1, iter([7, 8]), 3)
on([1, 2, 3], '__getitem__', 0)
on(['b', 'a', 'c'], '__getitem__', b'x')
on([[1], (1, 2), None], '__getitem__', 2**70)
on([1, 2, 3], '__getitem__', 3)
on([[1], (1, 2), None], '__getitem__', [1])
on([1, 2, 3], '__getitem__', slice(None, None, 2))
on([[1], (1, 2), None], '__getitem__', None)
on([], '__getitem__', 'abc')
on([3, 1.5, True, -2], '__getitem__', 0)
""")
