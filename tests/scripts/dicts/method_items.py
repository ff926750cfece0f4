"""dict.items and what it leaves behind."""
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
on({1: 'x', 2.5: None, (1, 2): []}, 'items', 'a', 0)
on({1: 'x', 2.5: None, (1, 2): []}, 'items', None, 5, 'b')
on({'a': 1, 'b': 2}, 'items', 2**70, ['ab'])
on(dict(zip('xyz', range(3))), 'items', 2.5, (1, 2))
on({}, 'items', b'x', {1: 'one'})
on({'a': 1, 'b': 2}, 'items', 'b', (1, 2), b'x')
on({}, 'items', -1)
on(dict(zip('xyz', range(3))), 'items', (1, 2))
on(dict(zip('xyz', range(3))), 'items', {1: 'one'}, 2**70, True)
on({}, 'items', 'x', 2.5, 0)
on({'a': 1, 'b': 2}, 'items', 3)
on({1: 'x', 2.5: None, (1, 2): []}, 'items', iter([7, 8]))
on({1: 'x', 2.5: None, (1, 2): []}, 'items')
on({'a': 1, 'b': 2}, 'items')
on({}, 'items')
on({'a': 1, 'b': 2}, 'items', nope=1)
on(dict(zip('xyz', range(3))), 'items')
""")
