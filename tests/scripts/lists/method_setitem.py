"""list.__setitem__ and what it leaves behind."""
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
on(['b', 'a', 'c'], '__setitem__', b'x', slice(None, None, 2))
on(['b', 'a', 'c'], '__setitem__', [1])
on([], '__setitem__', {'a': 1}, 0, 'abc')
on([[1], (1, 2), None], '__setitem__', slice(-2, None))
on([[1], (1, 2), None], '__setitem__', True, 'abc', range(3))
on(['b', 'a', 'c'], '__setitem__', range(3), [1])
on(['b', 'a', 'c'], '__setitem__', {9}, 1, 2**70)
on([3, 1.5, True, -2], '__setitem__', 'a', range(3))
on(['b', 'a', 'c'], '__setitem__', -1, slice(-2, None))
on([1, 2, 3], '__setitem__', {'a': 1}, {9})
on([], '__setitem__', {'a': 1})
on([], '__setitem__', {9}, 3)
on([[1], (1, 2), None], '__setitem__', 2**70, 2.5)
on([[1], (1, 2), None], '__setitem__', -1, [1])
on([], '__setitem__', 2**70, slice(1))
on(['b', 'a', 'c'], '__setitem__', 1, None)
on(['b', 'a', 'c'], '__setitem__', iter([7, 8]), 2**70)
on([3, 1.5, True, -2], '__setitem__', 1, 2.5)
on([3, 1.5, True, -2], '__setitem__', {'a': 1}, 'a', 2.5)
on([1, 2, 3], '__setitem__', 2.5, (1, 2))
on([3, 1.5, True, -2], '__setitem__', {9}, 'a')
on([], '__setitem__', slice(1), 5)
on([1, 2, 3], '__setitem__', 'a', 2.5)
on([], '__setitem__', 3, 5)
on([1, 2, 3], '__setitem__', 'abc')
on(['b', 'a', 'c'], '__setitem__', {'a': 1}, None)
on([3, 1.5, True, -2], '__setitem__', True)
on(['b', 'a', 'c'], '__setitem__', 5, 2.5)
on([1, 2, 3], '__setitem__', 2.5, b'x', 2**70)
on([3, 1.5, True, -2], '__setitem__', 2**70, slice(1))
""")
