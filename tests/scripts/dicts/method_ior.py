"""dict.__ior__ and what it leaves behind."""
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
on({'a': 1, 'b': 2}, '__ior__', True)
on(dict(zip('xyz', range(3))), '__ior__', 'b')
on({}, '__ior__', 'b')
on({}, '__ior__', -1, 'b')
on({}, '__ior__', 5)
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__', -1, 'abc', 2.5)
on(dict(zip('xyz', range(3))), '__ior__', 'a', [1], (1, 2))
on(dict(zip('xyz', range(3))), '__ior__', 'abc', 2.5)
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__', {9}, 0)
on({'a': 1, 'b': 2}, '__ior__', [1], range(3))
on({'a': 1, 'b': 2}, '__ior__', [1], [('k', 'v')], {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__', {9})
on(dict(zip('xyz', range(3))), '__ior__', 2**70)
on({}, '__ior__', [1], 1, b'x')
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__', 0)
on({'a': 1, 'b': 2}, '__ior__', -1)
on(dict(zip('xyz', range(3))), '__ior__', {})
on({'a': 1, 'b': 2}, '__ior__', 2.5)
on({'a': 1, 'b': 2}, '__ior__', {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__')
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__', {1: 'one'})
on({}, '__ior__', (1, 2))
on({'a': 1, 'b': 2}, '__ior__', ['ab'])
on({'a': 1, 'b': 2}, '__ior__', None)
on({}, '__ior__', True)
on({1: 'x', 2.5: None, (1, 2): []}, '__ior__', [('k', 'v')])
on(dict(zip('xyz', range(3))), '__ior__')
on({}, '__ior__')
on({'a': 1, 'b': 2}, '__ior__', {'a': 1})
on({'a': 1, 'b': 2}, '__ior__', 'a')
""")
