"""set.__sub__ and what it leaves behind."""
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
on({(1, 2), None, 2.5}, '__sub__', iter([7, 8]), 2**70, [1])
on(frozenset({2, 4}), '__sub__', set())
on({'a'}, '__sub__', b'x', [1])
on(frozenset({2, 4}), '__sub__', 3, iter([7, 8]), (1, 2))
on({'a'}, '__sub__', 'ab', (1, 2), 'a')
on({(1, 2), None, 2.5}, '__sub__', [2, 2], set())
on({'a'}, '__sub__', 2**70)
on({1, 2, 3}, '__sub__', [2, 2], 'ab', 2**70)
on({'a'}, '__sub__', frozenset({3}))
on(frozenset({2, 4}), '__sub__', [1])
on({1, 2, 3}, '__sub__', {2, 4}, -1)
on({1, 2, 3}, '__sub__', True)
on({(1, 2), None, 2.5}, '__sub__', True)
on({(1, 2), None, 2.5}, '__sub__', {9})
on(set(), '__sub__', 2.5)
on(set(), '__sub__', iter([7, 8]), 0)
on(frozenset({2, 4}), '__sub__', 2**70, {2: 1})
on(set(), '__sub__', (1, 2), 3, b'x')
on({1, 2, 3}, '__sub__', nope=1)
on(set(), '__sub__', {2, 4})
on({1, 2, 3}, '__sub__')
on({1, 2, 3}, '__sub__', frozenset({3}))
on({1, 2, 3}, '__sub__', {9})
on(frozenset({2, 4}), '__sub__', {1, 2})
on(set(), '__sub__')
on({1, 2, 3}, '__sub__', {2, 4})
on({(1, 2), None, 2.5}, '__sub__')
on({1, 2, 3}, '__sub__', {1, 2})
on(frozenset({2, 4}), '__sub__', {2, 4})
on(frozenset({2, 4}), '__sub__')
""")
