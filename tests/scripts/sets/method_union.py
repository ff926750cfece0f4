"""set.union and what it leaves behind."""
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
on(frozenset({2, 4}), 'union')
on(set(), 'union', 2.5, [1], {2: 1})
on({(1, 2), None, 2.5}, 'union', (1, 2))
on({'a'}, 'union', {9})
on({(1, 2), None, 2.5}, 'union', None, 2.5)
on({(1, 2), None, 2.5}, 'union', 5, 0)
on({1, 2, 3}, 'union', {'a': 1})
on(frozenset({2, 4}), 'union', True)
on(frozenset({2, 4}), 'union', range(3))
on({1, 2, 3}, 'union', (1, 2), b'x')
on({1, 2, 3}, 'union', range(3))
on(set(), 'union', frozenset({3}), 1, b'x')
on({'a'}, 'union', {1, 2})
on({'a'}, 'union', set(), 0)
on({1, 2, 3}, 'union', {2: 1})
on(frozenset({2, 4}), 'union', {9}, (1, 2))
on({1, 2, 3}, 'union', 3, 'abc', [1])
on(frozenset({2, 4}), 'union', 'ab', {9}, [1])
on(frozenset({2, 4}), 'union', frozenset({3}))
on({1, 2, 3}, 'union', True, iter([7, 8]))
on(frozenset({2, 4}), 'union', {2: 1}, [1])
on({'a'}, 'union', {'a': 1})
on(set(), 'union', {1, 2}, 'a')
on(set(), 'union', 'ab', {9}, set())
on(frozenset({2, 4}), 'union', 1, b'x')
on({(1, 2), None, 2.5}, 'union', {'a': 1}, b'x')
on({'a'}, 'union', iter([7, 8]))
on({(1, 2), None, 2.5}, 'union', iter([7, 8]))
on({'a'}, 'union', {2: 1}, 'a', True)
on(frozenset({2, 4}), 'union', 'ab', 'ab')
""")
