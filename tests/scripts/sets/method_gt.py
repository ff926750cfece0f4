"""set.__gt__ and what it leaves behind."""
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
on({'a'}, '__gt__', 3)
on({1, 2, 3}, '__gt__', iter([7, 8]))
on({1, 2, 3}, '__gt__', 3, iter([7, 8]))
on(frozenset({2, 4}), '__gt__', {'a': 1})
on({(1, 2), None, 2.5}, '__gt__', (1, 2), 0, frozenset({3}))
on(set(), '__gt__', b'x', b'x')
on(set(), '__gt__', None)
on({1, 2, 3}, '__gt__', {1, 2}, None, [1])
on({'a'}, '__gt__', range(3), {'a': 1}, 'ab')
on(frozenset({2, 4}), '__gt__', [1], {'a': 1})
on({'a'}, '__gt__', 0, 'abc')
on({'a'}, '__gt__', set())
on({(1, 2), None, 2.5}, '__gt__', [2, 2])
on(set(), '__gt__', 0, [2, 2], [2, 2])
on({(1, 2), None, 2.5}, '__gt__', {2: 1}, {'a': 1})
on(frozenset({2, 4}), '__gt__', {2: 1}, 0, range(3))
on({1, 2, 3}, '__gt__')
on(set(), '__gt__')
on(set(), '__gt__', {1, 2})
on(frozenset({2, 4}), '__gt__', set())
on(frozenset({2, 4}), '__gt__', {9})
on({(1, 2), None, 2.5}, '__gt__', set())
on({(1, 2), None, 2.5}, '__gt__', {1, 2})
on({1, 2, 3}, '__gt__', frozenset({3}))
on({'a'}, '__gt__', {9})
on({(1, 2), None, 2.5}, '__gt__')
on(frozenset({2, 4}), '__gt__')
on({1, 2, 3}, '__gt__', {9})
on({1, 2, 3}, '__gt__', nope=1)
on({'a'}, '__gt__')
""")
