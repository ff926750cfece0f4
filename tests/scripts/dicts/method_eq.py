"""dict.__eq__ and what it leaves behind."""
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
on({}, '__eq__', ['ab'], [1])
on({1: 'x', 2.5: None, (1, 2): []}, '__eq__', 2**70)
on(dict(zip('xyz', range(3))), '__eq__', [1], 'x')
on({1: 'x', 2.5: None, (1, 2): []}, '__eq__', {9}, [1])
on({}, '__eq__', 0, {}, {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__eq__', 2.5, (1, 2), True)
on({'a': 1, 'b': 2}, '__eq__', (1, 2), range(3))
on(dict(zip('xyz', range(3))), '__eq__', range(3), 1, [1])
on({'a': 1, 'b': 2}, '__eq__', True)
on({}, '__eq__', -1)
on({'a': 1, 'b': 2}, '__eq__', nope=1)
on({'a': 1, 'b': 2}, '__eq__', 'a', None, 2**70)
on(dict(zip('xyz', range(3))), '__eq__')
on(dict(zip('xyz', range(3))), '__eq__', 3)
on({}, '__eq__', {'a': 1})
on({'a': 1, 'b': 2}, '__eq__')
on({'a': 1, 'b': 2}, '__eq__', {1: 'one'})
on({1: 'x', 2.5: None, (1, 2): []}, '__eq__', {})
on({}, '__eq__')
on({}, '__eq__', {})
on({1: 'x', 2.5: None, (1, 2): []}, '__eq__')
on(dict(zip('xyz', range(3))), '__eq__', {1: 'one'})
""")
