"""dict.clear and what it leaves behind."""
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
on({'a': 1, 'b': 2}, 'clear', 2.5, 'a')
on(dict(zip('xyz', range(3))), 'clear', None)
on({1: 'x', 2.5: None, (1, 2): []}, 'clear', {'a': 1}, (1, 2), b'x')
on({}, 'clear', 2.5, 'x')
on(dict(zip('xyz', range(3))), 'clear', 5, 3, 2**70)
on({1: 'x', 2.5: None, (1, 2): []}, 'clear', {9}, iter([7, 8]))
on({}, 'clear', -1)
on({}, 'clear', None, [1], 2.5)
on({'a': 1, 'b': 2}, 'clear', 2**70, 'b', iter([7, 8]))
on({}, 'clear')
on({'a': 1, 'b': 2}, 'clear', {'a': 1})
on(dict(zip('xyz', range(3))), 'clear', ['ab'], iter([7, 8]))
on({1: 'x', 2.5: None, (1, 2): []}, 'clear', True)
on({'a': 1, 'b': 2}, 'clear', nope=1)
""")
