"""OrderedDict.__delitem__ and what it leaves behind."""
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
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', [1])
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__')
on(OrderedDict(a=1, b=2, c=3), '__delitem__', 'a', 'zz')
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', 'a', last=False)
on(OrderedDict(), '__delitem__', 'a')
on(OrderedDict(a=1, b=2, c=3), '__delitem__', {'q': 2}, [1], 'c')
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', 2)
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', False, 'a')
on(OrderedDict(), '__delitem__', 2, [1])
on(OrderedDict(), '__delitem__', 1)
on(OrderedDict(), '__delitem__', True, [('p', 1)], False)
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', (1, 2))
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', 'zz')
on(OrderedDict(), '__delitem__', 'a', last=False)
on(OrderedDict(), '__delitem__', {'q': 2})
on(OrderedDict(a=1, b=2, c=3), '__delitem__', 'a', last=False)
on(OrderedDict([(1, 'x'), ('k', None)]), '__delitem__', [1], 'a', 2)
on(OrderedDict(a=1, b=2, c=3), '__delitem__', {'q': 2})
on(OrderedDict(), '__delitem__', (1, 2))
on(OrderedDict(), '__delitem__', None)
on(OrderedDict(), '__delitem__', False)
on(OrderedDict(a=1, b=2, c=3), '__delitem__')
on(OrderedDict(a=1, b=2, c=3), '__delitem__', None)
on(OrderedDict(a=1, b=2, c=3), '__delitem__', 'a')
on(OrderedDict(a=1, b=2, c=3), '__delitem__', (1, 2))
""")
