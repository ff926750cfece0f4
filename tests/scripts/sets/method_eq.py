"""set.__eq__ and what it leaves behind."""
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
on({1, 2, 3}, '__eq__', range(3), 'abc', [1])
on({'a'}, '__eq__', 5, 3)
on({(1, 2), None, 2.5}, '__eq__', {1, 2})
on(frozenset({2, 4}), '__eq__', [2, 2], {9})
on({1, 2, 3}, '__eq__', None)
on({(1, 2), None, 2.5}, '__eq__', 5, [1])
on({(1, 2), None, 2.5}, '__eq__', [2, 2])
on({'a'}, '__eq__', iter([7, 8]), frozenset({3}), {2: 1})
on(set(), '__eq__', 1, 'ab', 'abc')
on(set(), '__eq__', {'a': 1})
on({(1, 2), None, 2.5}, '__eq__', 'abc', [2, 2], 2.5)
on(frozenset({2, 4}), '__eq__', (1, 2))
on(set(), '__eq__', -1, frozenset({3}))
on({1, 2, 3}, '__eq__', None, None)
on(frozenset({2, 4}), '__eq__', {1, 2}, 2.5, b'x')
on({'a'}, '__eq__', b'x')
on(frozenset({2, 4}), '__eq__', frozenset({3}))
on({'a'}, '__eq__', set())
on({1, 2, 3}, '__eq__', frozenset({3}))
on(set(), '__eq__', frozenset({3}))
on(set(), '__eq__')
on({(1, 2), None, 2.5}, '__eq__')
on({'a'}, '__eq__')
on(frozenset({2, 4}), '__eq__')
on({1, 2, 3}, '__eq__', nope=1)
on({1, 2, 3}, '__eq__')
on(frozenset({2, 4}), '__eq__', {2, 4})
on(set(), '__eq__', set())
""")
