"""list.sort and what it leaves behind."""
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
on([[1], (1, 2), None], 'sort', {9}, 0, None)
on(['b', 'a', 'c'], 'sort', b'x', b'x')
on([3, 1.5, True, -2], 'sort', iter([7, 8]), 3)
on([[1], (1, 2), None], 'sort', -1, b'x')
on([3, 1.5, True, -2], 'sort', None, [1], 2**70)
on([], 'sort', None, range(3))
on(['b', 'a', 'c'], 'sort', key=1)
on(['b', 'a', 'c'], 'sort', 5, b'x', None)
on([1, 2, 3], 'sort', 2**70)
on([1, 2, 3], 'sort', None, 'abc', 0)
on([], 'sort', -1, 'a', {9})
on(['b', 'a', 'c'], 'sort', reverse=True)
on([1, 2, 3], 'sort', nope=1)
on([[1], (1, 2), None], 'sort', key=None)
on(['b', 'a', 'c'], 'sort')
on([[1], (1, 2), None], 'sort', key=str)
on([3, 1.5, True, -2], 'sort', reverse=True)
on([], 'sort', key=None)
on([3, 1.5, True, -2], 'sort', key=None)
on([[1], (1, 2), None], 'sort', key=1)
on([[1], (1, 2), None], 'sort', key=lambda v: str(v)[::-1])
on([1, 2, 3], 'sort', reverse=True)
on([1, 2, 3], 'sort', key=str)
on([3, 1.5, True, -2], 'sort', key=str)
on([3, 1.5, True, -2], 'sort', key=lambda v: str(v)[::-1])
on([3, 1.5, True, -2], 'sort', key=1)
on([1, 2, 3], 'sort', key=1)
on([[1], (1, 2), None], 'sort', reverse=True)
""")
