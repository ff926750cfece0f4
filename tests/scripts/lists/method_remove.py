"""list.remove and what it leaves behind."""
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
on([3, 1.5, True, -2], 'remove', True, 2**70, (1, 2))
on([], 'remove', b'x', 5, -1)
on([[1], (1, 2), None], 'remove', 2**70, 'abc')
on(['b', 'a', 'c'], 'remove', range(3), 0)
on([1, 2, 3], 'remove', b'x', 'a')
on([3, 1.5, True, -2], 'remove', (1, 2))
on(['b', 'a', 'c'], 'remove', 1, 'abc', 1)
on([[1], (1, 2), None], 'remove', range(3), 1, 'a')
on([3, 1.5, True, -2], 'remove', 0, 'a')
on(['b', 'a', 'c'], 'remove', range(3))
on([1, 2, 3], 'remove', 'abc', 'abc', {9})
on([], 'remove', {9})
on([], 'remove', 2.5, 3)
on([1, 2, 3], 'remove', 2**70)
on([3, 1.5, True, -2], 'remove', 1)
on([[1], (1, 2), None], 'remove', 'abc')
on([1, 2, 3], 'remove', 1)
on([3, 1.5, True, -2], 'remove', 3)
on([[1], (1, 2), None], 'remove', None)
on([1, 2, 3], 'remove')
on([3, 1.5, True, -2], 'remove')
on([[1], (1, 2), None], 'remove', [1])
on(['b', 'a', 'c'], 'remove', 'a')
on([[1], (1, 2), None], 'remove', (1, 2))
on([], 'remove')
on([1, 2, 3], 'remove', nope=1)
on([[1], (1, 2), None], 'remove')
on([1, 2, 3], 'remove', 3)
on(['b', 'a', 'c'], 'remove')
""")
