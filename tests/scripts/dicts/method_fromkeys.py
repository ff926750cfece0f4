"""dict.fromkeys and what it leaves behind."""
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
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', ['ab'], {9})
on({}, 'fromkeys', 0)
on({'a': 1, 'b': 2}, 'fromkeys', [('k', 'v')], 3)
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', iter([7, 8]))
on(dict(zip('xyz', range(3))), 'fromkeys', iter([7, 8]), b'x')
on({'a': 1, 'b': 2}, 'fromkeys', [1])
on(dict(zip('xyz', range(3))), 'fromkeys', 'b', 1)
on({'a': 1, 'b': 2}, 'fromkeys', range(3), 1)
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', {}, iter([7, 8]))
on({'a': 1, 'b': 2}, 'fromkeys', 0)
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', [('k', 'v')])
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', 5, [1], iter([7, 8]))
on(dict(zip('xyz', range(3))), 'fromkeys', 'abc', -1, 'x')
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', 'a')
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', True, 2**70)
on({}, 'fromkeys', b'x', [1], {'a': 1})
on({}, 'fromkeys', b'x')
on({'a': 1, 'b': 2}, 'fromkeys', 'x', True, 'a')
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', 2.5, 2.5)
on({'a': 1, 'b': 2}, 'fromkeys', True, [1])
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', 'a', 'b')
on(dict(zip('xyz', range(3))), 'fromkeys', [('k', 'v')])
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', 1, 3)
on(dict(zip('xyz', range(3))), 'fromkeys', 2.5)
on(dict(zip('xyz', range(3))), 'fromkeys', [1], range(3))
on({1: 'x', 2.5: None, (1, 2): []}, 'fromkeys', [('k', 'v')], {'a': 1})
on({'a': 1, 'b': 2}, 'fromkeys', [('k', 'v')], ['ab'])
on({'a': 1, 'b': 2}, 'fromkeys', {'a': 1})
on(dict(zip('xyz', range(3))), 'fromkeys', 'a', None)
on({}, 'fromkeys', [('k', 'v')], 'b')
""")
