"""set.__le__ and what it leaves behind."""
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
on({'a'}, '__le__', [1])
on(frozenset({2, 4}), '__le__', 2.5, 'ab', -1)
on({'a'}, '__le__', True, 0, None)
on({1, 2, 3}, '__le__', {1, 2}, -1)
on(frozenset({2, 4}), '__le__', range(3), 1)
on({1, 2, 3}, '__le__', {9})
on({(1, 2), None, 2.5}, '__le__', 'a', 'abc')
on({(1, 2), None, 2.5}, '__le__', True, 1, frozenset({3}))
on({'a'}, '__le__', 'a', b'x')
on({1, 2, 3}, '__le__', -1, frozenset({3}), True)
on(set(), '__le__', 'ab')
on(set(), '__le__', 1, b'x')
on(frozenset({2, 4}), '__le__', iter([7, 8]))
on(set(), '__le__', 2.5, True, 2.5)
on({(1, 2), None, 2.5}, '__le__', {2: 1})
on({'a'}, '__le__', {1, 2})
on({1, 2, 3}, '__le__', b'x')
on({(1, 2), None, 2.5}, '__le__', {9})
on({1, 2, 3}, '__le__')
on(frozenset({2, 4}), '__le__')
on(frozenset({2, 4}), '__le__', set())
on(set(), '__le__', set())
on(frozenset({2, 4}), '__le__', {2, 4})
on({1, 2, 3}, '__le__', nope=1)
on(set(), '__le__')
on({'a'}, '__le__')
on({(1, 2), None, 2.5}, '__le__')
""")
