"""dict.popitem and what it leaves behind."""
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
on({1: 'x', 2.5: None, (1, 2): []}, 'popitem', [1], None)
on({'a': 1, 'b': 2}, 'popitem', [1], {9})
on({1: 'x', 2.5: None, (1, 2): []}, 'popitem', range(3), {9}, {9})
on(dict(zip('xyz', range(3))), 'popitem', {1: 'one'}, -1)
on({}, 'popitem', {}, 'abc', {1: 'one'})
on({'a': 1, 'b': 2}, 'popitem', 0, {9}, 'abc')
on({}, 'popitem', 'a')
on({}, 'popitem', {}, 2**70)
on(dict(zip('xyz', range(3))), 'popitem', -1)
on({1: 'x', 2.5: None, (1, 2): []}, 'popitem', 'a')
on(dict(zip('xyz', range(3))), 'popitem', 2.5, range(3), None)
on({}, 'popitem')
on({'a': 1, 'b': 2}, 'popitem', [1])
on({'a': 1, 'b': 2}, 'popitem', nope=1)
on({'a': 1, 'b': 2}, 'popitem')
on({1: 'x', 2.5: None, (1, 2): []}, 'popitem')
on(dict(zip('xyz', range(3))), 'popitem')
""")
