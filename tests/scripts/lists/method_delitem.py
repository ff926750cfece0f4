"""list.__delitem__ and what it leaves behind."""
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
on(['b', 'a', 'c'], '__delitem__', 'abc', 3)
on([[1], (1, 2), None], '__delitem__', 'a')
on([1, 2, 3], '__delitem__', slice(-2, None))
on(['b', 'a', 'c'], '__delitem__', 0)
on(['b', 'a', 'c'], '__delitem__', -1)
on([3, 1.5, True, -2], '__delitem__', 2.5, {9}, 5)
on([], '__delitem__', [1], 1, range(3))
on([[1], (1, 2), None], '__delitem__', iter([7, 8]), 2.5, None)
on([], '__delitem__', 5, -1)
on([[1], (1, 2), None], '__delitem__', 'abc', 2.5)
on(['b', 'a', 'c'], '__delitem__', slice(-2, None))
on([1, 2, 3], '__delitem__', slice(None, None, 2), 'abc')
on(['b', 'a', 'c'], '__delitem__', iter([7, 8]), 'abc', 2.5)
on([3, 1.5, True, -2], '__delitem__', (1, 2), 5)
on([], '__delitem__', slice(1))
on([[1], (1, 2), None], '__delitem__', slice(-2, None))
on([3, 1.5, True, -2], '__delitem__', (1, 2))
on(['b', 'a', 'c'], '__delitem__', slice(None, None, 2))
on([1, 2, 3], '__delitem__', 0)
on([], '__delitem__', 5)
on(['b', 'a', 'c'], '__delitem__', (1, 2))
on([], '__delitem__', {9})
on([[1], (1, 2), None], '__delitem__', 5)
on([1, 2, 3], '__delitem__', iter([7, 8]))
on(['b', 'a', 'c'], '__delitem__', None)
on([[1], (1, 2), None], '__delitem__', None)
on([3, 1.5, True, -2], '__delitem__', 'abc')
on([1, 2, 3], '__delitem__', [1])
on([3, 1.5, True, -2], '__delitem__', range(3))
on([3, 1.5, True, -2], '__delitem__', -1)
""")
