"""dict.__getitem__ and what it leaves behind."""
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
on({'a': 1, 'b': 2}, '__getitem__', [1])
on({'a': 1, 'b': 2}, '__getitem__', {9}, 3, {})
on({'a': 1, 'b': 2}, '__getitem__', 'x', {9})
on({}, '__getitem__', {'a': 1}, ['ab'], {})
on({'a': 1, 'b': 2}, '__getitem__', True)
on({'a': 1, 'b': 2}, '__getitem__', 'x')
on(dict(zip('xyz', range(3))), '__getitem__', b'x', [1])
on({}, '__getitem__', range(3), {1: 'one'})
on(dict(zip('xyz', range(3))), '__getitem__', {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', 2.5)
on(dict(zip('xyz', range(3))), '__getitem__', ['ab'])
on(dict(zip('xyz', range(3))), '__getitem__', [('k', 'v')], 0, {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', {}, {9})
on({}, '__getitem__', {'a': 1})
on({}, '__getitem__', [1])
on({'a': 1, 'b': 2}, '__getitem__', 3)
on({}, '__getitem__', 3)
on({}, '__getitem__', b'x')
on(dict(zip('xyz', range(3))), '__getitem__', 'b')
on({}, '__getitem__', range(3))
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', 0, True, {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', 'abc')
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', (1, 2))
on(dict(zip('xyz', range(3))), '__getitem__', -1)
on(dict(zip('xyz', range(3))), '__getitem__', 0)
on({}, '__getitem__', 2**70)
on({'a': 1, 'b': 2}, '__getitem__', None)
on(dict(zip('xyz', range(3))), '__getitem__', True)
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', 0)
on({1: 'x', 2.5: None, (1, 2): []}, '__getitem__', [('k', 'v')])
""")
