"""set.issuperset and what it leaves behind."""
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
on({1, 2, 3}, 'issuperset', None, 3)
on({(1, 2), None, 2.5}, 'issuperset', {'a': 1})
on({'a'}, 'issuperset', {'a': 1})
on({1, 2, 3}, 'issuperset', [1], set(), True)
on({1, 2, 3}, 'issuperset', 'abc')
on({(1, 2), None, 2.5}, 'issuperset', [2, 2], 1)
on(frozenset({2, 4}), 'issuperset', set(), [1])
on({'a'}, 'issuperset', range(3), {2, 4})
on(set(), 'issuperset', 0, {1, 2})
on(set(), 'issuperset', {9})
on(set(), 'issuperset', 2**70, 'ab', iter([7, 8]))
on({'a'}, 'issuperset', [2, 2])
on(frozenset({2, 4}), 'issuperset', 5, iter([7, 8]), [1])
on(frozenset({2, 4}), 'issuperset', frozenset({3}))
on({1, 2, 3}, 'issuperset', 2**70)
on({'a'}, 'issuperset', True)
on({1, 2, 3}, 'issuperset', 2.5)
on({(1, 2), None, 2.5}, 'issuperset', -1, iter([7, 8]), 'a')
on(set(), 'issuperset', 0)
on({1, 2, 3}, 'issuperset')
on({'a'}, 'issuperset', [2, 2], -1, {2, 4})
on({1, 2, 3}, 'issuperset', [1])
on(set(), 'issuperset', None)
on({(1, 2), None, 2.5}, 'issuperset', True)
on({(1, 2), None, 2.5}, 'issuperset', 3)
on(frozenset({2, 4}), 'issuperset', 5)
on(set(), 'issuperset', True)
on({'a'}, 'issuperset', 0)
on({(1, 2), None, 2.5}, 'issuperset', 2.5)
on(set(), 'issuperset', 2.5)
""")
