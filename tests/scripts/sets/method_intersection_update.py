"""set.intersection_update and what it leaves behind."""
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
on(frozenset({2, 4}), 'intersection_update', 'a', {1, 2})
on({(1, 2), None, 2.5}, 'intersection_update', 2**70, 1)
on({(1, 2), None, 2.5}, 'intersection_update', {9})
on({1, 2, 3}, 'intersection_update', 2**70, (1, 2))
on({'a'}, 'intersection_update', {'a': 1})
on(set(), 'intersection_update', 1, {2, 4})
on({1, 2, 3}, 'intersection_update', {1, 2})
on({'a'}, 'intersection_update', {9}, 5, range(3))
on({(1, 2), None, 2.5}, 'intersection_update', None)
on({(1, 2), None, 2.5}, 'intersection_update', 2.5, [1])
on({'a'}, 'intersection_update', 2.5, 'abc', 0)
on({1, 2, 3}, 'intersection_update', 2.5)
on({1, 2, 3}, 'intersection_update', None, b'x', 'abc')
on(set(), 'intersection_update', 2.5, 'abc')
on(set(), 'intersection_update', {'a': 1}, None)
on({1, 2, 3}, 'intersection_update', {2, 4})
on({'a'}, 'intersection_update', True, {2, 4})
on({'a'}, 'intersection_update', None)
on(set(), 'intersection_update', 'a', True)
on({(1, 2), None, 2.5}, 'intersection_update')
on({1, 2, 3}, 'intersection_update', True, 'a')
on({(1, 2), None, 2.5}, 'intersection_update', True)
on({1, 2, 3}, 'intersection_update')
on({1, 2, 3}, 'intersection_update', frozenset({3}))
on({1, 2, 3}, 'intersection_update', nope=1)
on({1, 2, 3}, 'intersection_update', [1])
""")
