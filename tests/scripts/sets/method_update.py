"""set.update and what it leaves behind."""
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
on({(1, 2), None, 2.5}, 'update', range(3))
on(set(), 'update', 'a', None)
on(frozenset({2, 4}), 'update', 1, None, 3)
on({'a'}, 'update', frozenset({3}), {2, 4})
on({(1, 2), None, 2.5}, 'update', None, {1, 2})
on({(1, 2), None, 2.5}, 'update', [1], {'a': 1}, {'a': 1})
on({1, 2, 3}, 'update', 5, (1, 2))
on({'a'}, 'update', [2, 2], (1, 2), 2.5)
on({(1, 2), None, 2.5}, 'update', {'a': 1})
on({1, 2, 3}, 'update', {'a': 1}, (1, 2))
on({(1, 2), None, 2.5}, 'update', set(), {9})
on({'a'}, 'update', {2, 4}, None)
on({(1, 2), None, 2.5}, 'update', {2: 1})
on({(1, 2), None, 2.5}, 'update', 'a', {2: 1})
on({(1, 2), None, 2.5}, 'update', (1, 2), 'ab', True)
on(set(), 'update', frozenset({3}), 'abc')
on(set(), 'update', 'abc', frozenset({3}), 1)
on({'a'}, 'update', {1, 2})
on({'a'}, 'update', b'x', set())
on({'a'}, 'update', 'ab', True, (1, 2))
on({1, 2, 3}, 'update', {1, 2}, 'ab', range(3))
on({1, 2, 3}, 'update', {2, 4}, 3, 0)
on({'a'}, 'update', frozenset({3}), frozenset({3}))
on({1, 2, 3}, 'update', 'abc', b'x')
on({'a'}, 'update', 2.5)
on({'a'}, 'update', 'ab')
on(set(), 'update', 1, iter([7, 8]))
on({(1, 2), None, 2.5}, 'update', frozenset({3}))
on({(1, 2), None, 2.5}, 'update', set())
on(set(), 'update', set())
""")
