"""OrderedDict.__eq__ and what it leaves behind."""
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
on(OrderedDict(a=1, b=2, c=3), '__eq__', 'a', last=False)
on(OrderedDict(), '__eq__', [1], True)
on(OrderedDict([(1, 'x'), ('k', None)]), '__eq__', (1, 2), 'a')
on(OrderedDict(a=1, b=2, c=3), '__eq__', True, None)
on(OrderedDict(a=1, b=2, c=3), '__eq__', 'c', [('p', 1)], 2)
on(OrderedDict([(1, 'x'), ('k', None)]), '__eq__', False, 'a', 'c')
on(OrderedDict(a=1, b=2, c=3), '__eq__', 'c')
on(OrderedDict(a=1, b=2, c=3), '__eq__', {'q': 2})
on(OrderedDict(), '__eq__', 'a', last=False)
on(OrderedDict([(1, 'x'), ('k', None)]), '__eq__', None)
on(OrderedDict(), '__eq__', 1, [1], 'c')
on(OrderedDict([(1, 'x'), ('k', None)]), '__eq__', 'b', default=5)
on(OrderedDict(), '__eq__', {'q': 2})
on(OrderedDict(a=1, b=2, c=3), '__eq__')
on(OrderedDict(), '__eq__', None)
on(OrderedDict([(1, 'x'), ('k', None)]), '__eq__')
on(OrderedDict([(1, 'x'), ('k', None)]), '__eq__', {'q': 2})
on(OrderedDict(), '__eq__')
""")
