"""dict.update and what it leaves behind."""
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
on({'a': 1, 'b': 2}, 'update', {1: 'one'}, {})
on({1: 'x', 2.5: None, (1, 2): []}, 'update', [('k', 'v')], -1)
on({'a': 1, 'b': 2}, 'update', {9}, {9}, -1)
on({1: 'x', 2.5: None, (1, 2): []}, 'update', 'a')
on({}, 'update', 0)
on(dict(zip('xyz', range(3))), 'update', range(3), 'abc', [1])
on({'a': 1, 'b': 2}, 'update', [('k', 'v')])
on({1: 'x', 2.5: None, (1, 2): []}, 'update', 'abc', 3, 0)
on(dict(zip('xyz', range(3))), 'update', b'x')
on({}, 'update', range(3))
on({'a': 1, 'b': 2}, 'update', 'abc')
on(dict(zip('xyz', range(3))), 'update', 'a')
on({'a': 1, 'b': 2}, 'update', {1: 'one'})
on({1: 'x', 2.5: None, (1, 2): []}, 'update', {})
on({1: 'x', 2.5: None, (1, 2): []}, 'update', 5)
on(dict(zip('xyz', range(3))), 'update', range(3), {'a': 1})
on({}, 'update', range(3), range(3))
on({'a': 1, 'b': 2}, 'update', 0)
on({1: 'x', 2.5: None, (1, 2): []}, 'update', iter([7, 8]))
on({}, 'update', [1], ['ab'], b'x')
on({1: 'x', 2.5: None, (1, 2): []}, 'update', 2.5)
on({'a': 1, 'b': 2}, 'update', nope=1)
on(dict(zip('xyz', range(3))), 'update', **{'a': 9})
on({'a': 1, 'b': 2}, 'update', {9})
on(dict(zip('xyz', range(3))), 'update', ['ab'])
on({}, 'update', {})
on({1: 'x', 2.5: None, (1, 2): []}, 'update', [('p', 1)], q=2)
on(dict(zip('xyz', range(3))), 'update', x=1)
on(dict(zip('xyz', range(3))), 'update', 1)
on({}, 'update', 'x')
""")
