"""list.clear and what it leaves behind."""
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
on([1, 2, 3], 'clear', {'a': 1}, range(3))
on([3, 1.5, True, -2], 'clear', 2**70, -1, 2**70)
on([1, 2, 3], 'clear', (1, 2), 0, {'a': 1})
on([], 'clear', iter([7, 8]))
on([1, 2, 3], 'clear', [1])
on([], 'clear', {9}, 0, {9})
on(['b', 'a', 'c'], 'clear', True, True)
on([[1], (1, 2), None], 'clear', {'a': 1}, (1, 2), (1, 2))
on([3, 1.5, True, -2], 'clear', 2**70)
on([[1], (1, 2), None], 'clear', 5)
on([], 'clear', 2.5, 2.5)
on(['b', 'a', 'c'], 'clear', [1], None, {'a': 1})
on([[1], (1, 2), None], 'clear', {9}, 0)
on([3, 1.5, True, -2], 'clear', 2**70, {'a': 1})
on(['b', 'a', 'c'], 'clear', iter([7, 8]))
on([1, 2, 3], 'clear', nope=1)
on(['b', 'a', 'c'], 'clear')
""")
