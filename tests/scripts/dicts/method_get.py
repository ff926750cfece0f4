"""dict.get and what it leaves behind."""
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
on({}, 'get', 2.5)
on({'a': 1, 'b': 2}, 'get', {1: 'one'}, 3)
on({1: 'x', 2.5: None, (1, 2): []}, 'get', 2.5, 5, 1)
on({'a': 1, 'b': 2}, 'get', 'abc', (1, 2))
on({}, 'get', ['ab'], b'x', 'b')
on({'a': 1, 'b': 2}, 'get', range(3), 2**70)
on({}, 'get', {9})
on({}, 'get', ['ab'])
on({}, 'get', {1: 'one'}, range(3))
on({1: 'x', 2.5: None, (1, 2): []}, 'get', range(3), None)
on(dict(zip('xyz', range(3))), 'get', 5, {'a': 1}, [1])
on({1: 'x', 2.5: None, (1, 2): []}, 'get', 0, 2**70)
on(dict(zip('xyz', range(3))), 'get', 'a', 2.5)
on({'a': 1, 'b': 2}, 'get', 5, 3)
on({}, 'get', 2.5, [('k', 'v')])
on({}, 'get', -1, {'a': 1})
on(dict(zip('xyz', range(3))), 'get', 1, ['ab'])
on({'a': 1, 'b': 2}, 'get', True)
on(dict(zip('xyz', range(3))), 'get', 5)
on({'a': 1, 'b': 2}, 'get', 3, {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, 'get', 'x', 1)
on({'a': 1, 'b': 2}, 'get', [1], ['ab'], 'a')
on({'a': 1, 'b': 2}, 'get', {9})
on(dict(zip('xyz', range(3))), 'get', 3, -1)
on(dict(zip('xyz', range(3))), 'get', {})
on({1: 'x', 2.5: None, (1, 2): []}, 'get', {})
on({}, 'get', 5, -1)
on({1: 'x', 2.5: None, (1, 2): []}, 'get', 'a', {1: 'one'})
on({}, 'get', iter([7, 8]), (1, 2))
on(dict(zip('xyz', range(3))), 'get', [1])
""")
