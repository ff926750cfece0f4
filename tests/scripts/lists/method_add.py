"""list.__add__ and what it leaves behind."""
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
on([3, 1.5, True, -2], '__add__', None, range(3))
on([1, 2, 3], '__add__')
on([], '__add__', True)
on([1, 2, 3], '__add__', 0, {9})
on([3, 1.5, True, -2], '__add__', 1)
on([[1], (1, 2), None], '__add__', {'a': 1}, None)
on([[1], (1, 2), None], '__add__', None, range(3), -1)
on(['b', 'a', 'c'], '__add__', 1, range(3), 'abc')
on([], '__add__', range(3), -1)
on(['b', 'a', 'c'], '__add__', [1])
on(['b', 'a', 'c'], '__add__', -1, 'a')
on([3, 1.5, True, -2], '__add__', True, (1, 2), 'a')
on(['b', 'a', 'c'], '__add__', {9})
on([1, 2, 3], '__add__', 2**70, 1, 3)
on([3, 1.5, True, -2], '__add__', True)
on(['b', 'a', 'c'], '__add__')
on([3, 1.5, True, -2], '__add__', (1, 2))
on(['b', 'a', 'c'], '__add__', b'x')
on(['b', 'a', 'c'], '__add__', None)
on([], '__add__', 3, 2**70, 0)
on(['b', 'a', 'c'], '__add__', range(3))
on(['b', 'a', 'c'], '__add__', 3)
on([1, 2, 3], '__add__', (1, 2))
on([[1], (1, 2), None], '__add__', -1)
on([1, 2, 3], '__add__', None)
on(['b', 'a', 'c'], '__add__', {'a': 1})
on([3, 1.5, True, -2], '__add__', iter([7, 8]))
on([3, 1.5, True, -2], '__add__', 'a')
on([], '__add__', None)
on([3, 1.5, True, -2], '__add__', None)
""")
