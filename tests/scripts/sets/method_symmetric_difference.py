"""set.symmetric_difference and what it leaves behind."""
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
on(frozenset({2, 4}), 'symmetric_difference', None, {1, 2})
on({'a'}, 'symmetric_difference', b'x', 3, 3)
on(set(), 'symmetric_difference', 2**70)
on({'a'}, 'symmetric_difference', 'abc', iter([7, 8]))
on({1, 2, 3}, 'symmetric_difference', {'a': 1})
on(set(), 'symmetric_difference', range(3), 0)
on({(1, 2), None, 2.5}, 'symmetric_difference', [2, 2])
on({1, 2, 3}, 'symmetric_difference', {2, 4}, iter([7, 8]))
on(set(), 'symmetric_difference', {'a': 1})
on(set(), 'symmetric_difference', 5, range(3), {1, 2})
on({(1, 2), None, 2.5}, 'symmetric_difference', b'x', 'abc')
on(set(), 'symmetric_difference', (1, 2))
on({1, 2, 3}, 'symmetric_difference', {9})
on({'a'}, 'symmetric_difference', 'ab')
on({1, 2, 3}, 'symmetric_difference', True, iter([7, 8]), 'a')
on({(1, 2), None, 2.5}, 'symmetric_difference', 5, True, 'a')
on(frozenset({2, 4}), 'symmetric_difference', (1, 2), 3, {'a': 1})
on({(1, 2), None, 2.5}, 'symmetric_difference', (1, 2))
on({(1, 2), None, 2.5}, 'symmetric_difference', 'a')
on({1, 2, 3}, 'symmetric_difference', [2, 2])
on(set(), 'symmetric_difference', [2, 2])
on({1, 2, 3}, 'symmetric_difference', b'x')
on({(1, 2), None, 2.5}, 'symmetric_difference')
on({1, 2, 3}, 'symmetric_difference', None)
on(frozenset({2, 4}), 'symmetric_difference', {9})
on(set(), 'symmetric_difference', frozenset({3}))
on(frozenset({2, 4}), 'symmetric_difference', frozenset({3}))
on({'a'}, 'symmetric_difference', [2, 2])
on(set(), 'symmetric_difference', iter([7, 8]))
on({(1, 2), None, 2.5}, 'symmetric_difference', 2.5)
""")
