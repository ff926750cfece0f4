"""set.add and what it leaves behind."""
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
on({(1, 2), None, 2.5}, 'add', {'a': 1}, {2: 1})
on({1, 2, 3}, 'add', 2.5, frozenset({3}), frozenset({3}))
on(set(), 'add', 2**70)
on({'a'}, 'add', None)
on({1, 2, 3}, 'add', 'a', 'a')
on({'a'}, 'add', 2**70, 5)
on(frozenset({2, 4}), 'add', 'ab', {1, 2}, 2**70)
on({1, 2, 3}, 'add', 'abc')
on({'a'}, 'add', (1, 2))
on(set(), 'add', {2, 4}, 5, set())
on({'a'}, 'add', [2, 2])
on(set(), 'add', {2: 1}, {'a': 1})
on({(1, 2), None, 2.5}, 'add', {1, 2})
on(set(), 'add', frozenset({3}))
on(set(), 'add', None)
on(set(), 'add', 5)
on({1, 2, 3}, 'add', 3)
on({'a'}, 'add', b'x', None, set())
on({1, 2, 3}, 'add', {2: 1})
on({1, 2, 3}, 'add', 5)
on({'a'}, 'add', b'x')
on({'a'}, 'add', set())
on(set(), 'add', -1)
on({(1, 2), None, 2.5}, 'add', 5)
on({'a'}, 'add', frozenset({3}))
on({1, 2, 3}, 'add', set())
on({1, 2, 3}, 'add', 2.5)
on({'a'}, 'add', {2: 1})
on({1, 2, 3}, 'add', nope=1)
on({'a'}, 'add', -1)
""")
