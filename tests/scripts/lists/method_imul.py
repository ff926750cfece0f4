"""list.__imul__ and what it leaves behind."""
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
on([[1], (1, 2), None], '__imul__', 0)
on([], '__imul__', (1, 2), {'a': 1}, iter([7, 8]))
on([1, 2, 3], '__imul__', {9})
on(['b', 'a', 'c'], '__imul__', iter([7, 8]), {9})
on([3, 1.5, True, -2], '__imul__', 'abc', 2.5)
on([[1], (1, 2), None], '__imul__', {9}, range(3))
on([], '__imul__', {'a': 1}, -1)
on(['b', 'a', 'c'], '__imul__', 'a', 'a', iter([7, 8]))
on([1, 2, 3], '__imul__', iter([7, 8]), True, True)
on([3, 1.5, True, -2], '__imul__', None)
on([1, 2, 3], '__imul__', iter([7, 8]), 1)
on(['b', 'a', 'c'], '__imul__', 2.5)
on([3, 1.5, True, -2], '__imul__', {'a': 1}, 'abc', [1])
on([[1], (1, 2), None], '__imul__', (1, 2), range(3), 0)
on([], '__imul__', 'abc')
on([3, 1.5, True, -2], '__imul__', 1)
on([[1], (1, 2), None], '__imul__', {9})
on([1, 2, 3], '__imul__', True)
on([], '__imul__', iter([7, 8]))
on([[1], (1, 2), None], '__imul__', {'a': 1})
on(['b', 'a', 'c'], '__imul__', [1])
on([[1], (1, 2), None], '__imul__', 5)
on([[1], (1, 2), None], '__imul__', None)
on([3, 1.5, True, -2], '__imul__', 5)
on(['b', 'a', 'c'], '__imul__', {9})
on([1, 2, 3], '__imul__', b'x')
on([], '__imul__', None)
on([], '__imul__', range(3))
on([[1], (1, 2), None], '__imul__', [1])
on([1, 2, 3], '__imul__', nope=1)
""")
