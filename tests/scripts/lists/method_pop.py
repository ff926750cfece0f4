"""list.pop and what it leaves behind."""
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
on([3, 1.5, True, -2], 'pop', -1, (1, 2))
on([1, 2, 3], 'pop', 2.5)
on([], 'pop', 'a', -1)
on([[1], (1, 2), None], 'pop', 5, None, 'a')
on([3, 1.5, True, -2], 'pop', {9}, {'a': 1}, range(3))
on([], 'pop', {'a': 1})
on([], 'pop', 3)
on([[1], (1, 2), None], 'pop', 'a', range(3))
on(['b', 'a', 'c'], 'pop', iter([7, 8]), True)
on([1, 2, 3], 'pop', 3)
on([1, 2, 3], 'pop', 2**70, 2**70, range(3))
on([1, 2, 3], 'pop', 0, {9})
on([], 'pop', range(3), iter([7, 8]), {9})
on(['b', 'a', 'c'], 'pop', range(3))
on(['b', 'a', 'c'], 'pop', 0)
on([1, 2, 3], 'pop', iter([7, 8]))
on([3, 1.5, True, -2], 'pop', 5)
on([[1], (1, 2), None], 'pop', [1])
on(['b', 'a', 'c'], 'pop', (1, 2))
on([[1], (1, 2), None], 'pop', 3)
on(['b', 'a', 'c'], 'pop', 3, 5, 'a')
on(['b', 'a', 'c'], 'pop', 2**70)
on(['b', 'a', 'c'], 'pop', b'x')
on(['b', 'a', 'c'], 'pop', None)
on([1, 2, 3], 'pop', (1, 2))
on([[1], (1, 2), None], 'pop', (1, 2))
on([], 'pop', iter([7, 8]))
on([3, 1.5, True, -2], 'pop', 1)
on([3, 1.5, True, -2], 'pop', 'abc')
on([], 'pop', [1])
""")
