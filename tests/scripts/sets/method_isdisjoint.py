"""set.isdisjoint and what it leaves behind."""
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
on(frozenset({2, 4}), 'isdisjoint', None)
on({1, 2, 3}, 'isdisjoint', -1)
on({1, 2, 3}, 'isdisjoint', b'x')
on({(1, 2), None, 2.5}, 'isdisjoint', frozenset({3}), 2.5, {9})
on({'a'}, 'isdisjoint', b'x', 0)
on(set(), 'isdisjoint', iter([7, 8]), frozenset({3}), {1, 2})
on(set(), 'isdisjoint', 5, [2, 2])
on({(1, 2), None, 2.5}, 'isdisjoint', {2, 4})
on(frozenset({2, 4}), 'isdisjoint', 'ab', range(3))
on(frozenset({2, 4}), 'isdisjoint', 2**70)
on({'a'}, 'isdisjoint', (1, 2))
on({1, 2, 3}, 'isdisjoint', 'ab', {2, 4})
on(frozenset({2, 4}), 'isdisjoint', 2.5)
on({(1, 2), None, 2.5}, 'isdisjoint', [1], True)
on({1, 2, 3}, 'isdisjoint', 0, frozenset({3}), {1, 2})
on(set(), 'isdisjoint')
on({1, 2, 3}, 'isdisjoint')
on(set(), 'isdisjoint', 'abc')
on(frozenset({2, 4}), 'isdisjoint', 'ab', range(3), 'abc')
on({'a'}, 'isdisjoint', {'a': 1})
on(frozenset({2, 4}), 'isdisjoint', frozenset({3}))
on({'a'}, 'isdisjoint', 5, 'abc', 'a')
on(frozenset({2, 4}), 'isdisjoint', {1, 2})
on(frozenset({2, 4}), 'isdisjoint', True)
on({1, 2, 3}, 'isdisjoint', [1])
on({'a'}, 'isdisjoint', True)
on(set(), 'isdisjoint', -1)
on({'a'}, 'isdisjoint', None)
on({(1, 2), None, 2.5}, 'isdisjoint')
on({1, 2, 3}, 'isdisjoint', True)
""")
