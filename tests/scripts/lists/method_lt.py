"""list.__lt__ and what it leaves behind."""
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
on([], '__lt__', 2**70, b'x')
on([[1], (1, 2), None], '__lt__', 'a', True)
on([[1], (1, 2), None], '__lt__', iter([7, 8]), 2**70, 1)
on([1, 2, 3], '__lt__', -1, None)
on([], '__lt__', (1, 2), range(3), {'a': 1})
on(['b', 'a', 'c'], '__lt__', range(3), 'a')
on(['b', 'a', 'c'], '__lt__', [1], 1, True)
on([], '__lt__', [1])
on([1, 2, 3], '__lt__', None, 3, {9})
on([3, 1.5, True, -2], '__lt__', 3)
on([1, 2, 3], '__lt__', None)
on([3, 1.5, True, -2], '__lt__', (1, 2), 5)
on(['b', 'a', 'c'], '__lt__', 2.5)
on([3, 1.5, True, -2], '__lt__', 1, iter([7, 8]), -1)
on([], '__lt__', 0)
on([], '__lt__')
on(['b', 'a', 'c'], '__lt__', [1])
on([[1], (1, 2), None], '__lt__', {'a': 1})
on([[1], (1, 2), None], '__lt__', [1])
on([3, 1.5, True, -2], '__lt__', [1])
on([1, 2, 3], '__lt__')
on([1, 2, 3], '__lt__', nope=1)
on([[1], (1, 2), None], '__lt__')
on([1, 2, 3], '__lt__', [1])
on([3, 1.5, True, -2], '__lt__')
on(['b', 'a', 'c'], '__lt__')
""")
