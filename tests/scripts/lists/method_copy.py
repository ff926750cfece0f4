"""list.copy and what it leaves behind."""
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
on([], 'copy')
on(['b', 'a', 'c'], 'copy', 'a', [1])
on([1, 2, 3], 'copy', iter([7, 8]))
on([3, 1.5, True, -2], 'copy', 3, (1, 2))
on([], 'copy', 3, (1, 2))
on([[1], (1, 2), None], 'copy', {9})
on([[1], (1, 2), None], 'copy')
on([[1], (1, 2), None], 'copy', {9}, {9}, 1)
on([3, 1.5, True, -2], 'copy', 5)
on([1, 2, 3], 'copy', [1], b'x')
on([], 'copy', range(3))
on([[1], (1, 2), None], 'copy', range(3), True)
on([3, 1.5, True, -2], 'copy', 3, -1, [1])
on(['b', 'a', 'c'], 'copy', {'a': 1})
on([1, 2, 3], 'copy', (1, 2), 3, iter([7, 8]))
on(['b', 'a', 'c'], 'copy', True, 2.5, {9})
on([3, 1.5, True, -2], 'copy')
on([], 'copy', {'a': 1}, 0, (1, 2))
on([1, 2, 3], 'copy', nope=1)
on([1, 2, 3], 'copy')
on(['b', 'a', 'c'], 'copy')
""")
