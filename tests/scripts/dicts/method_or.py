"""dict.__or__ and what it leaves behind."""
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
on(dict(zip('xyz', range(3))), '__or__', range(3), [1])
on({}, '__or__', {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__or__', 1, 'b')
on({'a': 1, 'b': 2}, '__or__', None)
on({1: 'x', 2.5: None, (1, 2): []}, '__or__', (1, 2))
on({1: 'x', 2.5: None, (1, 2): []}, '__or__', {1: 'one'})
on({}, '__or__', 0, {'a': 1}, {9})
on({'a': 1, 'b': 2}, '__or__', [1], b'x', {'a': 1})
on({'a': 1, 'b': 2}, '__or__', b'x', 'x')
on({}, '__or__', range(3), True)
on(dict(zip('xyz', range(3))), '__or__', (1, 2))
on({}, '__or__', {1: 'one'})
on(dict(zip('xyz', range(3))), '__or__', {'a': 1}, {}, 3)
on({1: 'x', 2.5: None, (1, 2): []}, '__or__', None, None, 0)
on(dict(zip('xyz', range(3))), '__or__')
on({}, '__or__', {'a': 1})
on(dict(zip('xyz', range(3))), '__or__', {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, '__or__', {})
on({'a': 1, 'b': 2}, '__or__', {1: 'one'})
on({'a': 1, 'b': 2}, '__or__')
on({'a': 1, 'b': 2}, '__or__', {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, '__or__', {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, '__or__')
on(dict(zip('xyz', range(3))), '__or__', {})
on(dict(zip('xyz', range(3))), '__or__', {1: 'one'})
on({}, '__or__')
on({'a': 1, 'b': 2}, '__or__', nope=1)
on({}, '__or__', {})
""")
