"""list.__eq__ and what it leaves behind."""
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
on(['b', 'a', 'c'], '__eq__', True, 2**70)
on(['b', 'a', 'c'], '__eq__', 5, b'x', True)
on([1, 2, 3], '__eq__', 3)
on([1, 2, 3], '__eq__', -1, True)
on([], '__eq__', [1], 'abc', 2**70)
on([], '__eq__', [1], 'abc')
on(['b', 'a', 'c'], '__eq__', b'x')
on([1, 2, 3], '__eq__', [1])
on([3, 1.5, True, -2], '__eq__', b'x', [1], 'abc')
on([3, 1.5, True, -2], '__eq__', {9})
on([[1], (1, 2), None], '__eq__', 2**70, 'a')
on([3, 1.5, True, -2], '__eq__', -1, [1])
on([1, 2, 3], '__eq__', (1, 2), 2.5, 1)
on([[1], (1, 2), None], '__eq__', 5, 2**70, 'abc')
on([], '__eq__', 2.5)
on([[1], (1, 2), None], '__eq__', (1, 2))
on([[1], (1, 2), None], '__eq__')
on(['b', 'a', 'c'], '__eq__', [1])
on([], '__eq__')
on([3, 1.5, True, -2], '__eq__')
on([], '__eq__', [1])
on([1, 2, 3], '__eq__')
on([1, 2, 3], '__eq__', nope=1)
on([3, 1.5, True, -2], '__eq__', [1])
on([[1], (1, 2), None], '__eq__', [1])
on(['b', 'a', 'c'], '__eq__')
""")
