"""list.insert and what it leaves behind."""
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
on([[1], (1, 2), None], 'insert', b'x', 'a', (1, 2))
on([3, 1.5, True, -2], 'insert', [1], iter([7, 8]))
on([3, 1.5, True, -2], 'insert', {9})
on([1, 2, 3], 'insert', {'a': 1}, None)
on(['b', 'a', 'c'], 'insert', {'a': 1}, 5)
on([1, 2, 3], 'insert', b'x', [1])
on(['b', 'a', 'c'], 'insert', range(3), b'x')
on(['b', 'a', 'c'], 'insert', 2**70)
on([3, 1.5, True, -2], 'insert', True, b'x')
on([], 'insert', (1, 2), {9}, 2.5)
on([], 'insert', {9}, (1, 2))
on([3, 1.5, True, -2], 'insert', range(3), 'a')
on([3, 1.5, True, -2], 'insert', 5, True)
on(['b', 'a', 'c'], 'insert', iter([7, 8]), 5)
on([], 'insert', -1, [1])
on(['b', 'a', 'c'], 'insert', (1, 2), {'a': 1})
on([], 'insert', None, iter([7, 8]))
on([], 'insert', -1, {'a': 1})
on([], 'insert', 2**70, -1)
on([[1], (1, 2), None], 'insert', 2**70)
on(['b', 'a', 'c'], 'insert', 2.5, [1])
on([1, 2, 3], 'insert', (1, 2))
on([[1], (1, 2), None], 'insert', (1, 2), iter([7, 8]))
on(['b', 'a', 'c'], 'insert', 1, 'abc')
on([1, 2, 3], 'insert', 3, 2.5)
on([], 'insert', True)
on([3, 1.5, True, -2], 'insert', 2**70, 'abc')
on(['b', 'a', 'c'], 'insert', 'a', 5, 'a')
on([3, 1.5, True, -2], 'insert', iter([7, 8]), iter([7, 8]), {'a': 1})
on([1, 2, 3], 'insert', (1, 2), 3, (1, 2))
""")
