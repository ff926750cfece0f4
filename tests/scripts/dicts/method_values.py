"""dict.values and what it leaves behind."""
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
on({}, 'values', (1, 2), {9})
on(dict(zip('xyz', range(3))), 'values', range(3), [('k', 'v')])
on(dict(zip('xyz', range(3))), 'values', True)
on({1: 'x', 2.5: None, (1, 2): []}, 'values', 5)
on({1: 'x', 2.5: None, (1, 2): []}, 'values', (1, 2), 0)
on({'a': 1, 'b': 2}, 'values', range(3))
on({'a': 1, 'b': 2}, 'values', 0, 5, {})
on({}, 'values', 'x', 5, 5)
on({'a': 1, 'b': 2}, 'values', [1], 3)
on(dict(zip('xyz', range(3))), 'values', {'a': 1}, iter([7, 8]), 'abc')
on({1: 'x', 2.5: None, (1, 2): []}, 'values', 'x', 'a', (1, 2))
on({}, 'values')
on({}, 'values', {1: 'one'})
on(dict(zip('xyz', range(3))), 'values')
on({1: 'x', 2.5: None, (1, 2): []}, 'values')
on({'a': 1, 'b': 2}, 'values')
on({'a': 1, 'b': 2}, 'values', nope=1)
""")
