"""dict.keys and what it leaves behind."""
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
on(dict(zip('xyz', range(3))), 'keys', ['ab'])
on({1: 'x', 2.5: None, (1, 2): []}, 'keys', [1], 'abc')
on(dict(zip('xyz', range(3))), 'keys', 'a', [('k', 'v')], 5)
on({'a': 1, 'b': 2}, 'keys', iter([7, 8]), range(3))
on(dict(zip('xyz', range(3))), 'keys', (1, 2), [1])
on({}, 'keys', 'b', 'abc')
on({1: 'x', 2.5: None, (1, 2): []}, 'keys', [1], {}, ['ab'])
on({1: 'x', 2.5: None, (1, 2): []}, 'keys', [('k', 'v')])
on({'a': 1, 'b': 2}, 'keys', [('k', 'v')], [('k', 'v')], 3)
on({}, 'keys', 'x', -1, [1])
on({'a': 1, 'b': 2}, 'keys', 'a')
on({}, 'keys', {'a': 1})
on({'a': 1, 'b': 2}, 'keys')
on({'a': 1, 'b': 2}, 'keys', nope=1)
on({1: 'x', 2.5: None, (1, 2): []}, 'keys')
on(dict(zip('xyz', range(3))), 'keys')
on({}, 'keys')
""")
