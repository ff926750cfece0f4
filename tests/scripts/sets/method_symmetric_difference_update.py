"""set.symmetric_difference_update and what it leaves behind."""
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
on(frozenset({2, 4}), 'symmetric_difference_update', iter([7, 8]))
on({'a'}, 'symmetric_difference_update', 2.5, set())
on({(1, 2), None, 2.5}, 'symmetric_difference_update', True, (1, 2))
on(set(), 'symmetric_difference_update', 'a', 2.5, 'abc')
on(set(), 'symmetric_difference_update', 1)
on({(1, 2), None, 2.5}, 'symmetric_difference_update', 0, [2, 2], [1])
on({1, 2, 3}, 'symmetric_difference_update', range(3), {2, 4})
on({(1, 2), None, 2.5}, 'symmetric_difference_update', {9})
on({1, 2, 3}, 'symmetric_difference_update', 0, 'ab', 5)
on({'a'}, 'symmetric_difference_update', [2, 2])
on(set(), 'symmetric_difference_update', (1, 2), 2**70)
on({'a'}, 'symmetric_difference_update', {9}, frozenset({3}), 2**70)
on({1, 2, 3}, 'symmetric_difference_update', (1, 2))
on({1, 2, 3}, 'symmetric_difference_update', 0)
on({'a'}, 'symmetric_difference_update', b'x')
on({1, 2, 3}, 'symmetric_difference_update', frozenset({3}))
on(set(), 'symmetric_difference_update', set())
on({'a'}, 'symmetric_difference_update', None)
on({'a'}, 'symmetric_difference_update', frozenset({3}))
on({1, 2, 3}, 'symmetric_difference_update', range(3))
on(set(), 'symmetric_difference_update', b'x')
on(set(), 'symmetric_difference_update', 'abc')
on({1, 2, 3}, 'symmetric_difference_update', 'ab')
on(set(), 'symmetric_difference_update', {9})
on({'a'}, 'symmetric_difference_update', {9})
on({'a'}, 'symmetric_difference_update', True)
on({'a'}, 'symmetric_difference_update', -1)
on({1, 2, 3}, 'symmetric_difference_update', 'abc')
on({'a'}, 'symmetric_difference_update', set())
on({(1, 2), None, 2.5}, 'symmetric_difference_update', b'x')
""")
