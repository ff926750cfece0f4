"""set.discard and what it leaves behind."""
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
on({'a'}, 'discard', 'abc', True)
on({1, 2, 3}, 'discard', {2: 1})
on({(1, 2), None, 2.5}, 'discard', 'a', 1, (1, 2))
on(set(), 'discard', 0, 2**70)
on({1, 2, 3}, 'discard', {2, 4}, (1, 2))
on({1, 2, 3}, 'discard', [1])
on({1, 2, 3}, 'discard', {2, 4}, 2**70, [2, 2])
on(frozenset({2, 4}), 'discard', {1, 2}, {2, 4})
on(set(), 'discard', iter([7, 8]))
on({'a'}, 'discard', 5, {9}, 'a')
on(set(), 'discard', range(3), {'a': 1}, 'a')
on({'a'}, 'discard', -1)
on({(1, 2), None, 2.5}, 'discard', {'a': 1}, (1, 2))
on({(1, 2), None, 2.5}, 'discard', range(3))
on({1, 2, 3}, 'discard', None)
on(set(), 'discard', [1])
on({(1, 2), None, 2.5}, 'discard')
on(set(), 'discard', {2: 1})
on({1, 2, 3}, 'discard', 3)
on({'a'}, 'discard', [1])
on({(1, 2), None, 2.5}, 'discard', None)
on({1, 2, 3}, 'discard', True)
on({'a'}, 'discard', {2: 1})
on({(1, 2), None, 2.5}, 'discard', {'a': 1})
on({1, 2, 3}, 'discard')
on({(1, 2), None, 2.5}, 'discard', [2, 2])
on({'a'}, 'discard')
on({1, 2, 3}, 'discard', nope=1)
on({(1, 2), None, 2.5}, 'discard', 2.5)
on({(1, 2), None, 2.5}, 'discard', (1, 2))
""")
