"""list.count and what it leaves behind."""
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
on([[1], (1, 2), None], 'count', b'x')
on([[1], (1, 2), None], 'count', 2**70, 0)
on([1, 2, 3], 'count', b'x', 5)
on([3, 1.5, True, -2], 'count', 'a')
on([], 'count', iter([7, 8]), 'a', 1)
on(['b', 'a', 'c'], 'count', None, range(3))
on(['b', 'a', 'c'], 'count', 5)
on([], 'count', 3, {'a': 1})
on([3, 1.5, True, -2], 'count', 'a', 0)
on([[1], (1, 2), None], 'count', None)
on(['b', 'a', 'c'], 'count', {'a': 1}, 2.5, 5)
on([], 'count', None)
on([1, 2, 3], 'count', None, -1, range(3))
on([1, 2, 3], 'count', 2**70)
on([[1], (1, 2), None], 'count', -1, 5, 3)
on(['b', 'a', 'c'], 'count', 'a')
on([3, 1.5, True, -2], 'count', iter([7, 8]), 'abc', -1)
on([], 'count')
on([1, 2, 3], 'count', 1)
on([1, 2, 3], 'count', nope=1)
on([[1], (1, 2), None], 'count')
on([3, 1.5, True, -2], 'count', True)
on([1, 2, 3], 'count')
on([3, 1.5, True, -2], 'count')
on(['b', 'a', 'c'], 'count')
""")
