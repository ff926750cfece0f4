"""OrderedDict.update and what it leaves behind."""
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
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', 2, (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'update', True, True)
on(OrderedDict(), 'update', 'a')
on(OrderedDict(), 'update', None, (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'update', {'q': 2}, (1, 2), 1)
on(OrderedDict(), 'update', [1], {'q': 2}, 'zz')
on(OrderedDict(a=1, b=2, c=3), 'update', [('p', 1)])
on(OrderedDict(), 'update', last=False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'update', last=False)
on(OrderedDict(a=1, b=2, c=3), 'update')
on(OrderedDict(a=1, b=2, c=3), 'update', [1])
on(OrderedDict(), 'update', None)
on(OrderedDict(a=1, b=2, c=3), 'update', {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'update')
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', 'b', default=5)
on(OrderedDict(), 'update', [('p', 1)])
on(OrderedDict(a=1, b=2, c=3), 'update', 'c')
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', None)
on(OrderedDict(a=1, b=2, c=3), 'update', nope=1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', [1], 1, 1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', [('p', 1)])
on(OrderedDict(), 'update', 2)
on(OrderedDict(), 'update', True)
on(OrderedDict([(1, 'x'), ('k', None)]), 'update', x=1)
""")
