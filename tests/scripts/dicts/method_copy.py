"""dict.copy and what it leaves behind."""
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
on({}, 'copy', 0, None, [('k', 'v')])
on({1: 'x', 2.5: None, (1, 2): []}, 'copy', True)
on({'a': 1, 'b': 2}, 'copy', 'b')
on({'a': 1, 'b': 2}, 'copy', 2**70, range(3))
on(dict(zip('xyz', range(3))), 'copy', iter([7, 8]))
on(dict(zip('xyz', range(3))), 'copy', 'b', b'x')
on({}, 'copy')
on({1: 'x', 2.5: None, (1, 2): []}, 'copy', 2.5, (1, 2))
on({}, 'copy', 'abc')
on(dict(zip('xyz', range(3))), 'copy', 5, 2.5, 'a')
on({}, 'copy', [1], 'b')
on({1: 'x', 2.5: None, (1, 2): []}, 'copy', b'x', ['ab'], 'x')
on({'a': 1, 'b': 2}, 'copy', {}, 5, 'abc')
on({'a': 1, 'b': 2}, 'copy')
on(dict(zip('xyz', range(3))), 'copy')
on({1: 'x', 2.5: None, (1, 2): []}, 'copy')
on({'a': 1, 'b': 2}, 'copy', nope=1)
""")
