"""list.append and what it leaves behind."""
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
on([[1], (1, 2), None], 'append', 0, 'a')
on([], 'append', True, [1])
on([[1], (1, 2), None], 'append', {9}, 2.5, 0)
on([1, 2, 3], 'append', b'x', [1], {'a': 1})
on([[1], (1, 2), None], 'append', [1])
on(['b', 'a', 'c'], 'append', None)
on([], 'append', 'a', True, 2**70)
on([3, 1.5, True, -2], 'append', iter([7, 8]), 1)
on([[1], (1, 2), None], 'append', True)
on([1, 2, 3], 'append', 1, 2.5)
on([1, 2, 3], 'append', 1)
on(['b', 'a', 'c'], 'append', {'a': 1}, 0)
on([1, 2, 3], 'append', {9})
on([3, 1.5, True, -2], 'append', 1, 2.5, 'a')
on(['b', 'a', 'c'], 'append', {9}, 5, b'x')
on([], 'append', 'abc')
on([[1], (1, 2), None], 'append', None)
on([1, 2, 3], 'append', 2.5)
on([[1], (1, 2), None], 'append', {'a': 1})
on([1, 2, 3], 'append', [1])
on(['b', 'a', 'c'], 'append', b'x')
on([1, 2, 3], 'append', b'x')
on(['b', 'a', 'c'], 'append', 1)
on([[1], (1, 2), None], 'append', 'a')
on(['b', 'a', 'c'], 'append', 'a')
on([1, 2, 3], 'append', 3)
on([3, 1.5, True, -2], 'append', {9})
on([3, 1.5, True, -2], 'append', -1)
on([], 'append', {9})
on([[1], (1, 2), None], 'append', (1, 2))
""")
