"""set.pop and what it leaves behind."""
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
on({1}, 'pop', b'x')
on(set(), 'pop', iter([7, 8]), {2: 1}, {2: 1})
on({'z'}, 'pop', 'abc', [1], set())
on({2.5}, 'pop', -1, 'ab')
on(set(), 'pop', 0)
on(set(), 'pop', 5, {'a': 1})
on({1}, 'pop', {'a': 1}, {9}, 'a')
on({'z'}, 'pop', {'a': 1}, 'a')
on({2.5}, 'pop', 2.5, {2: 1}, 0)
on({'z'}, 'pop', {2, 4})
on(frozenset({2}), 'pop')
on({2.5}, 'pop', {1, 2})
on({1}, 'pop', [2, 2], {2: 1})
on({1}, 'pop')
on({'z'}, 'pop')
on({2.5}, 'pop')
on(set(), 'pop')
on({1}, 'pop', nope=1)
""")
