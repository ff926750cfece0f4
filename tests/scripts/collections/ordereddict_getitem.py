"""OrderedDict.__getitem__ and what it leaves behind."""
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
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__')
on(OrderedDict(a=1, b=2, c=3), '__getitem__', True, 'c')
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', 1, {'q': 2})
on(OrderedDict(a=1, b=2, c=3), '__getitem__', None, [1], 'a')
on(OrderedDict(), '__getitem__', True, None)
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', 'b', default=5)
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', True, [('p', 1)], [1])
on(OrderedDict(), '__getitem__')
on(OrderedDict(), '__getitem__', 'zz', 1, False)
on(OrderedDict(a=1, b=2, c=3), '__getitem__')
on(OrderedDict(), '__getitem__', 1)
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', False)
on(OrderedDict(a=1, b=2, c=3), '__getitem__', (1, 2))
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', 1)
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', (1, 2))
on(OrderedDict(), '__getitem__', [('p', 1)])
on(OrderedDict(a=1, b=2, c=3), '__getitem__', 'c')
on(OrderedDict(), '__getitem__', last=False)
on(OrderedDict(a=1, b=2, c=3), '__getitem__', [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), '__getitem__', {'q': 2})
on(OrderedDict(a=1, b=2, c=3), '__getitem__', True)
on(OrderedDict(a=1, b=2, c=3), '__getitem__', last=False)
on(OrderedDict(a=1, b=2, c=3), '__getitem__', False)
on(OrderedDict(), '__getitem__', 'a')
on(OrderedDict(), '__getitem__', False)
""")
