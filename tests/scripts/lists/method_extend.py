"""list.extend and what it leaves behind."""
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
on([], 'extend', None, 5)
on(['b', 'a', 'c'], 'extend', 5)
on([1, 2, 3], 'extend', -1, -1, 3)
on([[1], (1, 2), None], 'extend', 'abc', iter([7, 8]))
on([1, 2, 3], 'extend', b'x', {9})
on(['b', 'a', 'c'], 'extend', 0, (1, 2))
on([], 'extend', 1, {'a': 1}, 3)
on([3, 1.5, True, -2], 'extend', [1], {'a': 1}, 1)
on([1, 2, 3], 'extend', range(3))
on([3, 1.5, True, -2], 'extend', 5)
on([1, 2, 3], 'extend', True)
on([[1], (1, 2), None], 'extend', range(3), {'a': 1}, True)
on([1, 2, 3], 'extend', nope=1)
on([[1], (1, 2), None], 'extend', (1, 2))
on([3, 1.5, True, -2], 'extend', 2**70, -1)
on([1, 2, 3], 'extend', 'a')
on(['b', 'a', 'c'], 'extend', b'x')
on([1, 2, 3], 'extend', 0)
on([3, 1.5, True, -2], 'extend', True)
on([1, 2, 3], 'extend', 2.5)
on(['b', 'a', 'c'], 'extend', range(3), 5, 2**70)
on([], 'extend')
on(['b', 'a', 'c'], 'extend', 'abc')
on([[1], (1, 2), None], 'extend', 'abc')
on([], 'extend', iter([7, 8]))
on([], 'extend', 'a')
on([1, 2, 3], 'extend', iter([7, 8]))
on([], 'extend', 1)
on(['b', 'a', 'c'], 'extend', iter([7, 8]))
on([[1], (1, 2), None], 'extend', 'a')
""")
