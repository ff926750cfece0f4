"""set.copy and what it leaves behind."""
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
on(set(), 'copy', b'x', True)
on(frozenset({2, 4}), 'copy', 1, {1, 2})
on({(1, 2), None, 2.5}, 'copy', {9}, None, frozenset({3}))
on({1, 2, 3}, 'copy', set(), iter([7, 8]))
on({'a'}, 'copy', None, (1, 2))
on(frozenset({2, 4}), 'copy', 'abc', range(3), 2**70)
on(set(), 'copy', {1, 2}, {9}, 'abc')
on({1, 2, 3}, 'copy', 3)
on({'a'}, 'copy', {2, 4}, 1, b'x')
on({1, 2, 3}, 'copy', True, 5, range(3))
on({(1, 2), None, 2.5}, 'copy', frozenset({3}), {9})
on(set(), 'copy', [2, 2])
on({'a'}, 'copy', {1, 2})
on({(1, 2), None, 2.5}, 'copy', [2, 2])
on(frozenset({2, 4}), 'copy', -1)
on({1, 2, 3}, 'copy')
on(frozenset({2, 4}), 'copy')
on({(1, 2), None, 2.5}, 'copy')
on({'a'}, 'copy')
on({1, 2, 3}, 'copy', nope=1)
on(set(), 'copy')
""")
