"""dict.__setitem__ and what it leaves behind."""
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
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', 5, True, iter([7, 8]))
on({}, '__setitem__', 2.5, 3)
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', 0, 'abc')
on({'a': 1, 'b': 2}, '__setitem__', b'x', {'a': 1})
on({'a': 1, 'b': 2}, '__setitem__', {9}, 2**70)
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', ['ab'])
on({'a': 1, 'b': 2}, '__setitem__', 2.5)
on({}, '__setitem__', 3, 3, 2**70)
on({'a': 1, 'b': 2}, '__setitem__', (1, 2), ['ab'])
on(dict(zip('xyz', range(3))), '__setitem__', 3, 'b', range(3))
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', 1, [1])
on(dict(zip('xyz', range(3))), '__setitem__', 5, range(3))
on(dict(zip('xyz', range(3))), '__setitem__', [1], None)
on({}, '__setitem__', {1: 'one'}, 'a')
on(dict(zip('xyz', range(3))), '__setitem__', range(3), {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', {}, 'a')
on(dict(zip('xyz', range(3))), '__setitem__', 'abc', 5)
on(dict(zip('xyz', range(3))), '__setitem__', 'a')
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', 2.5, 'b')
on(dict(zip('xyz', range(3))), '__setitem__', b'x', True)
on({'a': 1, 'b': 2}, '__setitem__', [1], 1)
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', -1, 5)
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', 1, range(3))
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', 'abc', [1])
on({}, '__setitem__', [('k', 'v')], 0)
on(dict(zip('xyz', range(3))), '__setitem__', 'abc', range(3))
on({1: 'x', 2.5: None, (1, 2): []}, '__setitem__', ['ab'], {'a': 1})
on({}, '__setitem__', 2**70)
on({}, '__setitem__', -1, {'a': 1})
on(dict(zip('xyz', range(3))), '__setitem__', 0, {})
""")
