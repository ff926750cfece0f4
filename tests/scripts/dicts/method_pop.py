"""dict.pop and what it leaves behind."""
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
on({'a': 1, 'b': 2}, 'pop', iter([7, 8]), 5)
on(dict(zip('xyz', range(3))), 'pop', None)
on({'a': 1, 'b': 2}, 'pop', 'b')
on({1: 'x', 2.5: None, (1, 2): []}, 'pop', (1, 2), 'x')
on(dict(zip('xyz', range(3))), 'pop', [('k', 'v')], 5)
on({1: 'x', 2.5: None, (1, 2): []}, 'pop', True)
on({}, 'pop', 2**70, range(3))
on({'a': 1, 'b': 2}, 'pop', [('k', 'v')], 'abc')
on(dict(zip('xyz', range(3))), 'pop', -1, 'b')
on({}, 'pop', [1], [('k', 'v')], 0)
on(dict(zip('xyz', range(3))), 'pop', 'abc', True)
on({}, 'pop', 'abc')
on({}, 'pop', b'x')
on(dict(zip('xyz', range(3))), 'pop', {9}, range(3))
on(dict(zip('xyz', range(3))), 'pop', iter([7, 8]), 'x')
on({1: 'x', 2.5: None, (1, 2): []}, 'pop', 3, 0)
on({1: 'x', 2.5: None, (1, 2): []}, 'pop', range(3), 'b')
on({}, 'pop', (1, 2), 'b')
on({}, 'pop', 0)
on({1: 'x', 2.5: None, (1, 2): []}, 'pop', b'x')
on({}, 'pop', 2**70, (1, 2))
on({'a': 1, 'b': 2}, 'pop', {1: 'one'}, [1], iter([7, 8]))
on({}, 'pop', iter([7, 8]), 2**70)
on({1: 'x', 2.5: None, (1, 2): []}, 'pop', 'x', 2**70)
on(dict(zip('xyz', range(3))), 'pop', {}, {'a': 1})
on(dict(zip('xyz', range(3))), 'pop', 2**70, [1], [1])
on(dict(zip('xyz', range(3))), 'pop', -1)
on({}, 'pop', None)
on(dict(zip('xyz', range(3))), 'pop', (1, 2))
on({'a': 1, 'b': 2}, 'pop', 2.5)
""")
