"""set.clear and what it leaves behind."""
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
on({'a'}, 'clear', 'ab')
on({1, 2, 3}, 'clear', 1)
on({(1, 2), None, 2.5}, 'clear', 3, None, b'x')
on({1, 2, 3}, 'clear', 2.5, {9}, 1)
on(frozenset({2, 4}), 'clear', b'x')
on(set(), 'clear', range(3), [2, 2], 'a')
on({(1, 2), None, 2.5}, 'clear', None)
on({'a'}, 'clear', 'ab', 'a', set())
on({(1, 2), None, 2.5}, 'clear', b'x', {'a': 1})
on(set(), 'clear', {'a': 1}, 1)
on({1, 2, 3}, 'clear', b'x', b'x')
on(set(), 'clear', b'x')
on({'a'}, 'clear', [2, 2], 'a')
on({1, 2, 3}, 'clear')
on({1, 2, 3}, 'clear', nope=1)
""")
