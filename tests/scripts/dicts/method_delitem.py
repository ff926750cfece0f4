"""dict.__delitem__ and what it leaves behind."""
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
on(dict(zip('xyz', range(3))), '__delitem__', True)
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', {'a': 1}, 1)
on({'a': 1, 'b': 2}, '__delitem__', iter([7, 8]), b'x')
on(dict(zip('xyz', range(3))), '__delitem__', True, {})
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', 2.5)
on({}, '__delitem__', 2.5)
on({}, '__delitem__', -1, 'b')
on({'a': 1, 'b': 2}, '__delitem__', 'a', [1], 1)
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', {}, [1], (1, 2))
on(dict(zip('xyz', range(3))), '__delitem__', True, 2**70, 'a')
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__')
on({}, '__delitem__', {'a': 1})
on(dict(zip('xyz', range(3))), '__delitem__', 3)
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', range(3))
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', {})
on(dict(zip('xyz', range(3))), '__delitem__', 1)
on(dict(zip('xyz', range(3))), '__delitem__', -1)
on({}, '__delitem__', 'a')
on({'a': 1, 'b': 2}, '__delitem__', b'x')
on({'a': 1, 'b': 2}, '__delitem__', 2.5)
on({}, '__delitem__', {9}, 0, 'b')
on({}, '__delitem__', 2**70)
on({'a': 1, 'b': 2}, '__delitem__', [1])
on({'a': 1, 'b': 2}, '__delitem__', 'b')
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', (1, 2))
on({'a': 1, 'b': 2}, '__delitem__', 2**70)
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', b'x')
on({'a': 1, 'b': 2}, '__delitem__', {})
on(dict(zip('xyz', range(3))), '__delitem__', {9})
on({1: 'x', 2.5: None, (1, 2): []}, '__delitem__', 0)
""")
