"""list.reverse and what it leaves behind."""
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
on([1, 2, 3], 'reverse', 'abc', {'a': 1})
on([[1], (1, 2), None], 'reverse', {'a': 1})
on(['b', 'a', 'c'], 'reverse', range(3), 2**70)
on(['b', 'a', 'c'], 'reverse', [1], -1, [1])
on([[1], (1, 2), None], 'reverse', -1, (1, 2), iter([7, 8]))
on([], 'reverse', 0, {'a': 1})
on([[1], (1, 2), None], 'reverse', True, range(3))
on([3, 1.5, True, -2], 'reverse', 0, -1)
on([1, 2, 3], 'reverse', None)
on([], 'reverse', True, 'abc', range(3))
on([3, 1.5, True, -2], 'reverse', 0, {9}, iter([7, 8]))
on(['b', 'a', 'c'], 'reverse', 2**70)
on([1, 2, 3], 'reverse', 3, 2**70, 2**70)
on([], 'reverse', 5)
on([3, 1.5, True, -2], 'reverse', 3)
on([3, 1.5, True, -2], 'reverse')
on([1, 2, 3], 'reverse', nope=1)
on(['b', 'a', 'c'], 'reverse')
on([], 'reverse')
on([1, 2, 3], 'reverse')
on([[1], (1, 2), None], 'reverse')
""")
