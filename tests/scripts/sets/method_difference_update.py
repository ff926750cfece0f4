"""set.difference_update and what it leaves behind."""
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
on({1, 2, 3}, 'difference_update', None, (1, 2))
on({(1, 2), None, 2.5}, 'difference_update', {2, 4}, {1, 2})
on({1, 2, 3}, 'difference_update', [1])
on(set(), 'difference_update', [2, 2], 3)
on(frozenset({2, 4}), 'difference_update', {2: 1}, 0)
on({'a'}, 'difference_update', None, 3, {2, 4})
on({1, 2, 3}, 'difference_update', {9})
on({1, 2, 3}, 'difference_update', [2, 2])
on({'a'}, 'difference_update', b'x', 'abc')
on(set(), 'difference_update', None)
on({1, 2, 3}, 'difference_update', {1, 2})
on({(1, 2), None, 2.5}, 'difference_update', 2.5)
on({'a'}, 'difference_update', [1], 0)
on({(1, 2), None, 2.5}, 'difference_update', 2**70, iter([7, 8]))
on({1, 2, 3}, 'difference_update', 5, 2.5, {1, 2})
on({(1, 2), None, 2.5}, 'difference_update', b'x', None)
on({1, 2, 3}, 'difference_update', {1, 2}, -1, -1)
on({'a'}, 'difference_update', 2.5)
on({1, 2, 3}, 'difference_update', set(), [2, 2], frozenset({3}))
on({'a'}, 'difference_update', {9}, [1])
on(set(), 'difference_update', 'abc', True)
on({1, 2, 3}, 'difference_update', 2.5, {2: 1}, iter([7, 8]))
on({1, 2, 3}, 'difference_update', True)
on(set(), 'difference_update', [2, 2], 2.5)
on({(1, 2), None, 2.5}, 'difference_update', True, 'abc')
on({1, 2, 3}, 'difference_update', frozenset({3}))
on({1, 2, 3}, 'difference_update', [1], frozenset({3}))
on({1, 2, 3}, 'difference_update', {2: 1}, b'x', True)
on({1, 2, 3}, 'difference_update', [1], 3)
on({'a'}, 'difference_update', True)
""")
