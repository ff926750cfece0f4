"""set.intersection and what it leaves behind."""
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
on({'a'}, 'intersection', set(), iter([7, 8]))
on({(1, 2), None, 2.5}, 'intersection', -1)
on(frozenset({2, 4}), 'intersection', b'x')
on(set(), 'intersection', 'abc')
on(set(), 'intersection', {1, 2}, 2**70, [2, 2])
on({1, 2, 3}, 'intersection', 'a', {'a': 1}, 'a')
on({1, 2, 3}, 'intersection', (1, 2), 2.5, 1)
on({'a'}, 'intersection', {'a': 1}, 'a')
on({1, 2, 3}, 'intersection', (1, 2))
on(frozenset({2, 4}), 'intersection', True, True)
on({'a'}, 'intersection', True)
on(frozenset({2, 4}), 'intersection', None)
on({'a'}, 'intersection', 3, 1)
on(frozenset({2, 4}), 'intersection', {'a': 1}, 2.5, {2, 4})
on({(1, 2), None, 2.5}, 'intersection', [2, 2], {1, 2}, frozenset({3}))
on(frozenset({2, 4}), 'intersection')
on(set(), 'intersection', 2.5)
on({(1, 2), None, 2.5}, 'intersection', None, 1)
on({1, 2, 3}, 'intersection', [2, 2])
on({1, 2, 3}, 'intersection', 5, -1)
on(frozenset({2, 4}), 'intersection', 3, range(3), iter([7, 8]))
on({(1, 2), None, 2.5}, 'intersection', 2.5, (1, 2))
on(set(), 'intersection', True)
on({1, 2, 3}, 'intersection', True, {2, 4})
on({'a'}, 'intersection', 2.5, 'abc')
on({'a'}, 'intersection', None)
on({1, 2, 3}, 'intersection', None, 'ab', 'abc')
on(set(), 'intersection', None)
on(frozenset({2, 4}), 'intersection', range(3))
on({(1, 2), None, 2.5}, 'intersection', True, range(3))
""")
