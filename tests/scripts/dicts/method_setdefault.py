"""dict.setdefault and what it leaves behind."""
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
on({}, 'setdefault', 0, {}, 2.5)
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', iter([7, 8]), {'a': 1}, [('k', 'v')])
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', 'x', 'b')
on(dict(zip('xyz', range(3))), 'setdefault', {1: 'one'})
on(dict(zip('xyz', range(3))), 'setdefault', 'b', [1])
on({'a': 1, 'b': 2}, 'setdefault', 'abc', 2.5, {1: 'one'})
on({'a': 1, 'b': 2}, 'setdefault', b'x', b'x')
on({}, 'setdefault', [('k', 'v')])
on({'a': 1, 'b': 2}, 'setdefault', (1, 2), 3)
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', 'a', 2**70)
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', (1, 2))
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', {'a': 1})
on(dict(zip('xyz', range(3))), 'setdefault', None, {1: 'one'})
on(dict(zip('xyz', range(3))), 'setdefault', 'a')
on({'a': 1, 'b': 2}, 'setdefault', range(3), 'x')
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', b'x')
on({'a': 1, 'b': 2}, 'setdefault', 'a')
on(dict(zip('xyz', range(3))), 'setdefault', 5, 'x')
on(dict(zip('xyz', range(3))), 'setdefault', {1: 'one'}, 0, True)
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', 2.5)
on({}, 'setdefault', 'b', 'b')
on({'a': 1, 'b': 2}, 'setdefault', True, (1, 2))
on(dict(zip('xyz', range(3))), 'setdefault', 'abc')
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', 1, 'x')
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', [1])
on({}, 'setdefault', b'x', 'x')
on({'a': 1, 'b': 2}, 'setdefault', 0, 0)
on(dict(zip('xyz', range(3))), 'setdefault', [1], b'x')
on(dict(zip('xyz', range(3))), 'setdefault', None, {'a': 1})
on({1: 'x', 2.5: None, (1, 2): []}, 'setdefault', range(3))
""")
