"""dict.__contains__ and what it leaves behind."""
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
on({'a': 1, 'b': 2}, '__contains__', {'a': 1}, {'a': 1}, {1: 'one'})
on({}, '__contains__', 2.5)
on(dict(zip('xyz', range(3))), '__contains__', 'b', 0, 2.5)
on({'a': 1, 'b': 2}, '__contains__', 'x', 2.5)
on({'a': 1, 'b': 2}, '__contains__', 'a')
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', {})
on({}, '__contains__', 2**70, -1)
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', (1, 2), -1)
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', {1: 'one'}, 1, 'x')
on({}, '__contains__', 3, [('k', 'v')], {1: 'one'})
on({'a': 1, 'b': 2}, '__contains__', {'a': 1})
on(dict(zip('xyz', range(3))), '__contains__', 'a', 'a')
on({'a': 1, 'b': 2}, '__contains__', 2**70)
on({}, '__contains__', ['ab'])
on({}, '__contains__')
on(dict(zip('xyz', range(3))), '__contains__', 'x')
on(dict(zip('xyz', range(3))), '__contains__', True)
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', (1, 2))
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', iter([7, 8]))
on({}, '__contains__', {9})
on({'a': 1, 'b': 2}, '__contains__', [1])
on({}, '__contains__', {'a': 1})
on(dict(zip('xyz', range(3))), '__contains__', {})
on({'a': 1, 'b': 2}, '__contains__', nope=1)
on(dict(zip('xyz', range(3))), '__contains__', {9})
on(dict(zip('xyz', range(3))), '__contains__', [1])
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__')
on(dict(zip('xyz', range(3))), '__contains__')
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', [1])
on({1: 'x', 2.5: None, (1, 2): []}, '__contains__', {9})
""")
