"""set.remove and what it leaves behind."""
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
on({'a'}, 'remove', None, b'x')
on(set(), 'remove', 0)
on({(1, 2), None, 2.5}, 'remove', 2.5, 'abc')
on(set(), 'remove', iter([7, 8]), iter([7, 8]))
on({'a'}, 'remove', [1], 5, -1)
on({1, 2, 3}, 'remove', None, 2.5, (1, 2))
on({(1, 2), None, 2.5}, 'remove', range(3), 2.5, {2, 4})
on({1, 2, 3}, 'remove', 5)
on({(1, 2), None, 2.5}, 'remove', b'x')
on({1, 2, 3}, 'remove', range(3), 'a')
on(frozenset({2, 4}), 'remove', 0)
on({'a'}, 'remove', range(3))
on(set(), 'remove', frozenset({3}), 'ab', set())
on({1, 2, 3}, 'remove', 'abc')
on({'a'}, 'remove', 'a')
on({'a'}, 'remove', 0)
on({(1, 2), None, 2.5}, 'remove', [2, 2])
on({(1, 2), None, 2.5}, 'remove', 0)
on({(1, 2), None, 2.5}, 'remove')
on({(1, 2), None, 2.5}, 'remove', None)
on({1, 2, 3}, 'remove', 1)
on({'a'}, 'remove', {2, 4})
on({'a'}, 'remove', 2**70)
on(set(), 'remove', {1, 2})
on({(1, 2), None, 2.5}, 'remove', 2**70)
on({(1, 2), None, 2.5}, 'remove', set())
on({'a'}, 'remove', (1, 2))
on(set(), 'remove', None)
on({'a'}, 'remove', -1)
on({(1, 2), None, 2.5}, 'remove', (1, 2))
""")
