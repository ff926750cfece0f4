"""OrderedDict.pop and what it leaves behind."""
from collections import OrderedDict


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
on(OrderedDict(), 'pop', [1], 1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', {'q': 2})
on(OrderedDict(), 'pop', 'a')
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', 'zz', True)
on(OrderedDict(), 'pop', None, 'zz')
on(OrderedDict(), 'pop', 'a', False, {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', False, [1])
on(OrderedDict(), 'pop', (1, 2), [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', True)
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', True, 'zz', None)
on(OrderedDict(), 'pop', False, {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', 'c')
on(OrderedDict(), 'pop', 'a', last=False)
on(OrderedDict(a=1, b=2, c=3), 'pop', 'c', (1, 2))
on(OrderedDict(), 'pop')
on(OrderedDict(a=1, b=2, c=3), 'pop', 2, 'c')
on(OrderedDict(a=1, b=2, c=3), 'pop', [('p', 1)])
on(OrderedDict(), 'pop', 1, True)
on(OrderedDict(a=1, b=2, c=3), 'pop', x=1)
on(OrderedDict(a=1, b=2, c=3), 'pop', {'q': 2}, [1])
on(OrderedDict(a=1, b=2, c=3), 'pop', False, (1, 2))
on(OrderedDict([(1, 'x'), ('k', None)]), 'pop', [('p', 1)], 'c')
on(OrderedDict(), 'pop', 'c')
on(OrderedDict(), 'pop', 1, 2)
on(OrderedDict(a=1, b=2, c=3), 'pop', 'c', 1, 'zz')
on(OrderedDict(a=1, b=2, c=3), 'pop', 'a', 'a')
""")
