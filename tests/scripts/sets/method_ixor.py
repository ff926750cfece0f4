"""set.__ixor__ and what it leaves behind."""
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
on({1, 2, 3}, '__ixor__', set(), {'a': 1})
on(set(), '__ixor__', {2, 4})
on({'a'}, '__ixor__', [1], (1, 2), range(3))
on({(1, 2), None, 2.5}, '__ixor__', [1])
on(set(), '__ixor__', 'ab', b'x')
on({'a'}, '__ixor__', 5, 'a')
on(frozenset({2, 4}), '__ixor__', iter([7, 8]), 2.5)
on(set(), '__ixor__', {9})
on(set(), '__ixor__', {9}, 0, iter([7, 8]))
on({1, 2, 3}, '__ixor__', -1, {'a': 1}, None)
on({(1, 2), None, 2.5}, '__ixor__', set(), range(3))
on(set(), '__ixor__', (1, 2))
on({1, 2, 3}, '__ixor__', 0)
on({1, 2, 3}, '__ixor__')
on({(1, 2), None, 2.5}, '__ixor__', {2, 4})
on({'a'}, '__ixor__', 1)
on(set(), '__ixor__', {1, 2})
on({'a'}, '__ixor__', {2, 4})
on({(1, 2), None, 2.5}, '__ixor__', 0, frozenset({3}), True)
on({1, 2, 3}, '__ixor__', {1, 2})
on({(1, 2), None, 2.5}, '__ixor__', set())
on({'a'}, '__ixor__', {9})
on({1, 2, 3}, '__ixor__', {2, 4})
on({'a'}, '__ixor__', {1, 2})
on({(1, 2), None, 2.5}, '__ixor__', {9})
on(set(), '__ixor__', set())
on({1, 2, 3}, '__ixor__', {9})
on({(1, 2), None, 2.5}, '__ixor__')
on({'a'}, '__ixor__', frozenset({3}))
on(set(), '__ixor__')
""")
