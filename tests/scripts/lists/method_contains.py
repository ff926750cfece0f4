"""list.__contains__ and what it leaves behind."""
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
on(['b', 'a', 'c'], '__contains__', (1, 2), b'x', (1, 2))
on([3, 1.5, True, -2], '__contains__', None)
on([[1], (1, 2), None], '__contains__', 3)
on([3, 1.5, True, -2], '__contains__', b'x', 'a')
on(['b', 'a', 'c'], '__contains__', 3)
on([1, 2, 3], '__contains__', {'a': 1}, range(3))
on([1, 2, 3], '__contains__', 'abc')
on([1, 2, 3], '__contains__', (1, 2), 3, 3)
on([[1], (1, 2), None], '__contains__', None, 3, 3)
on([[1], (1, 2), None], '__contains__', iter([7, 8]), -1)
on(['b', 'a', 'c'], '__contains__')
on(['b', 'a', 'c'], '__contains__', range(3), [1])
on([], '__contains__', iter([7, 8]), 5, 1)
on([3, 1.5, True, -2], '__contains__', {'a': 1}, None, {9})
on([], '__contains__', {9}, 'a')
on([1, 2, 3], '__contains__', True)
on([], '__contains__', -1)
on([1, 2, 3], '__contains__')
on([[1], (1, 2), None], '__contains__')
on(['b', 'a', 'c'], '__contains__', 'a')
on([[1], (1, 2), None], '__contains__', None)
on([1, 2, 3], '__contains__', nope=1)
on([3, 1.5, True, -2], '__contains__', 3)
on([], '__contains__')
on([3, 1.5, True, -2], '__contains__')
""")
