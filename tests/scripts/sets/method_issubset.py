"""set.issubset and what it leaves behind."""
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
on(set(), 'issubset', 5, 0)
on({1, 2, 3}, 'issubset', 'abc', None)
on({(1, 2), None, 2.5}, 'issubset', [1])
on(frozenset({2, 4}), 'issubset', {2: 1})
on({1, 2, 3}, 'issubset', {'a': 1})
on({'a'}, 'issubset', 5)
on({(1, 2), None, 2.5}, 'issubset', {1, 2}, 1)
on(frozenset({2, 4}), 'issubset', 'a', None)
on({'a'}, 'issubset', set(), [1], b'x')
on({'a'}, 'issubset', frozenset({3}), 0)
on(set(), 'issubset', {2, 4}, (1, 2), {'a': 1})
on({(1, 2), None, 2.5}, 'issubset', frozenset({3}), 5, -1)
on({(1, 2), None, 2.5}, 'issubset', True)
on(frozenset({2, 4}), 'issubset', True, 'ab', 5)
on({1, 2, 3}, 'issubset', iter([7, 8]), (1, 2), {'a': 1})
on(frozenset({2, 4}), 'issubset', 5)
on(set(), 'issubset', 2.5)
on(frozenset({2, 4}), 'issubset', None)
on({'a'}, 'issubset', (1, 2))
on({'a'}, 'issubset')
on(set(), 'issubset', -1)
on({(1, 2), None, 2.5}, 'issubset', 3)
on({1, 2, 3}, 'issubset', nope=1)
on({'a'}, 'issubset', 'abc')
on(set(), 'issubset', {'a': 1})
on(set(), 'issubset', True)
on(set(), 'issubset')
on({1, 2, 3}, 'issubset')
on({1, 2, 3}, 'issubset', 5)
on(frozenset({2, 4}), 'issubset', True)
""")
