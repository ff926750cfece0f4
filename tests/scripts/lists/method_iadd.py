"""list.__iadd__ and what it leaves behind."""
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
on([3, 1.5, True, -2], '__iadd__', 3, 0)
on([[1], (1, 2), None], '__iadd__', None, b'x')
on(['b', 'a', 'c'], '__iadd__', None, (1, 2))
on([], '__iadd__', 'abc')
on([3, 1.5, True, -2], '__iadd__', [1], 1, None)
on([[1], (1, 2), None], '__iadd__', [1])
on([], '__iadd__', 2.5)
on(['b', 'a', 'c'], '__iadd__', 5)
on([1, 2, 3], '__iadd__', 0, range(3))
on([[1], (1, 2), None], '__iadd__', iter([7, 8]), [1], 0)
on([], '__iadd__', -1, [1])
on([], '__iadd__', 'a', 3, True)
on([1, 2, 3], '__iadd__', {9}, b'x', 5)
on([3, 1.5, True, -2], '__iadd__', iter([7, 8]))
on([1, 2, 3], '__iadd__', 0)
on([], '__iadd__', 2**70)
on(['b', 'a', 'c'], '__iadd__', b'x', 'abc', 2.5)
on([3, 1.5, True, -2], '__iadd__', {'a': 1})
on([[1], (1, 2), None], '__iadd__', 1)
on([], '__iadd__', 'a')
on([3, 1.5, True, -2], '__iadd__', 2.5)
on([], '__iadd__')
on([3, 1.5, True, -2], '__iadd__', [1])
on([1, 2, 3], '__iadd__')
on([3, 1.5, True, -2], '__iadd__', 3)
on([[1], (1, 2), None], '__iadd__', range(3))
on([[1], (1, 2), None], '__iadd__', 'abc')
on([], '__iadd__', (1, 2))
on(['b', 'a', 'c'], '__iadd__', True)
on([1, 2, 3], '__iadd__', iter([7, 8]))
""")
