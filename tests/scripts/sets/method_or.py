"""set.__or__ and what it leaves behind."""
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
on(set(), '__or__', 2.5, 2.5)
on(frozenset({2, 4}), '__or__', -1, range(3), None)
on({1, 2, 3}, '__or__', 2.5, 2.5)
on(frozenset({2, 4}), '__or__', 'ab')
on({'a'}, '__or__', [1], {'a': 1}, 3)
on({1, 2, 3}, '__or__', b'x', 'ab', 3)
on({(1, 2), None, 2.5}, '__or__', {2, 4}, {2: 1}, (1, 2))
on({(1, 2), None, 2.5}, '__or__', {2: 1}, -1)
on({1, 2, 3}, '__or__', 'ab')
on({'a'}, '__or__', set())
on(set(), '__or__', frozenset({3}), True, {2, 4})
on({'a'}, '__or__', 3)
on(frozenset({2, 4}), '__or__', {2, 4})
on({(1, 2), None, 2.5}, '__or__', None)
on(set(), '__or__', {2, 4})
on(frozenset({2, 4}), '__or__', frozenset({3}))
on(frozenset({2, 4}), '__or__', [1], 'ab')
on({'a'}, '__or__', b'x', 5)
on({(1, 2), None, 2.5}, '__or__')
on(set(), '__or__', iter([7, 8]))
on({1, 2, 3}, '__or__')
on(set(), '__or__', set())
on(frozenset({2, 4}), '__or__')
on({'a'}, '__or__', frozenset({3}))
on({'a'}, '__or__', {2, 4})
on({1, 2, 3}, '__or__', frozenset({3}))
on({1, 2, 3}, '__or__', nope=1)
on({'a'}, '__or__')
on({(1, 2), None, 2.5}, '__or__', {1, 2})
on({(1, 2), None, 2.5}, '__or__', {9})
""")
