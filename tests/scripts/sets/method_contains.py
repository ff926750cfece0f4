"""set.__contains__ and what it leaves behind."""
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
on({(1, 2), None, 2.5}, '__contains__', None, [1])
on(set(), '__contains__', 'ab')
on(frozenset({2, 4}), '__contains__', {2: 1}, [2, 2])
on(set(), '__contains__', True, 1, 3)
on({(1, 2), None, 2.5}, '__contains__', 1)
on({'a'}, '__contains__')
on({1, 2, 3}, '__contains__', 'abc', [2, 2])
on({1, 2, 3}, '__contains__', nope=1)
on(frozenset({2, 4}), '__contains__', {1, 2})
on({1, 2, 3}, '__contains__', set())
on({1, 2, 3}, '__contains__', 'abc', frozenset({3}), {9})
on({'a'}, '__contains__', {2, 4}, 'abc')
on({1, 2, 3}, '__contains__', [2, 2])
on({'a'}, '__contains__', range(3), {2: 1}, {2, 4})
on(set(), '__contains__', [1], 2**70)
on({1, 2, 3}, '__contains__', {2: 1})
on(frozenset({2, 4}), '__contains__', set(), 2.5, 1)
on({'a'}, '__contains__', 3)
on({(1, 2), None, 2.5}, '__contains__', frozenset({3}), 2.5, {'a': 1})
on({(1, 2), None, 2.5}, '__contains__', None)
on(frozenset({2, 4}), '__contains__', [1])
on({1, 2, 3}, '__contains__', 1)
on({'a'}, '__contains__', {2: 1})
on({'a'}, '__contains__', 'a')
on(frozenset({2, 4}), '__contains__', {'a': 1})
on({'a'}, '__contains__', [2, 2])
on({(1, 2), None, 2.5}, '__contains__', [1])
on(set(), '__contains__', {'a': 1})
on({(1, 2), None, 2.5}, '__contains__', {'a': 1})
on(frozenset({2, 4}), '__contains__')
""")
