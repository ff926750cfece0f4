"""set.__rsub__ and what it leaves behind."""
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
on({'a'}, '__rsub__', 'abc')
on({1, 2, 3}, '__rsub__', {1, 2}, (1, 2), {2, 4})
on({1, 2, 3}, '__rsub__', {'a': 1})
on({1, 2, 3}, '__rsub__', {9}, 2.5)
on(frozenset({2, 4}), '__rsub__', (1, 2), range(3), [2, 2])
on(frozenset({2, 4}), '__rsub__', range(3), None)
on(set(), '__rsub__', range(3), -1)
on(set(), '__rsub__', {9}, range(3), {'a': 1})
on({'a'}, '__rsub__', b'x', 5)
on({(1, 2), None, 2.5}, '__rsub__', (1, 2), 2.5, frozenset({3}))
on(frozenset({2, 4}), '__rsub__', {1, 2})
on(set(), '__rsub__', range(3))
on({'a'}, '__rsub__', -1, b'x', None)
on({(1, 2), None, 2.5}, '__rsub__', {2, 4}, [1])
on(frozenset({2, 4}), '__rsub__', range(3))
on({'a'}, '__rsub__', {2, 4})
on({1, 2, 3}, '__rsub__', nope=1)
on({1, 2, 3}, '__rsub__', {2, 4})
on({(1, 2), None, 2.5}, '__rsub__', {1, 2})
on({(1, 2), None, 2.5}, '__rsub__', b'x')
on(set(), '__rsub__')
on({(1, 2), None, 2.5}, '__rsub__', set())
on({'a'}, '__rsub__', set())
on({(1, 2), None, 2.5}, '__rsub__', {2, 4})
on(set(), '__rsub__', {1, 2})
on({'a'}, '__rsub__', {1, 2})
on({(1, 2), None, 2.5}, '__rsub__', frozenset({3}))
on(frozenset({2, 4}), '__rsub__', {2, 4})
on(set(), '__rsub__', {9})
on({1, 2, 3}, '__rsub__')
""")
