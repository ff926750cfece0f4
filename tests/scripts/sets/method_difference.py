"""set.difference and what it leaves behind."""
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
on({(1, 2), None, 2.5}, 'difference', None)
on(set(), 'difference', 0, (1, 2))
on({1, 2, 3}, 'difference', 'a', {2, 4})
on({'a'}, 'difference', 3, 'abc')
on(frozenset({2, 4}), 'difference', {1, 2}, frozenset({3}))
on(frozenset({2, 4}), 'difference', 'abc', iter([7, 8]), -1)
on(set(), 'difference', {1, 2})
on({1, 2, 3}, 'difference', 5, {1, 2})
on({1, 2, 3}, 'difference', {'a': 1}, 'abc')
on({(1, 2), None, 2.5}, 'difference', [2, 2], 3)
on({'a'}, 'difference', 2.5, 'abc')
on({1, 2, 3}, 'difference', None, None)
on({'a'}, 'difference', {2, 4}, {'a': 1}, [2, 2])
on({(1, 2), None, 2.5}, 'difference', 'ab')
on(set(), 'difference', True)
on(frozenset({2, 4}), 'difference', None, {2: 1})
on({1, 2, 3}, 'difference', {9}, 2.5)
on(frozenset({2, 4}), 'difference', True, 3, 2.5)
on({'a'}, 'difference', {9}, iter([7, 8]))
on({(1, 2), None, 2.5}, 'difference', True, [1])
on({'a'}, 'difference', iter([7, 8]), None, 3)
on({1, 2, 3}, 'difference', 'a', iter([7, 8]), (1, 2))
on(frozenset({2, 4}), 'difference', {9}, 'a')
on(set(), 'difference', 2.5)
on({(1, 2), None, 2.5}, 'difference', 2.5, 5, True)
on({1, 2, 3}, 'difference', True, 0, {1, 2})
on({'a'}, 'difference', True)
on(set(), 'difference', [1], None)
on(frozenset({2, 4}), 'difference', [2, 2], 2.5)
on({1, 2, 3}, 'difference', [1])
""")
