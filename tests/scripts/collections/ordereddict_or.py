"""OrderedDict.__or__ and what it leaves behind."""
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
on(OrderedDict([(1, 'x'), ('k', None)]), '__or__', [('p', 1)], 'c')
on(OrderedDict(a=1, b=2, c=3), '__or__', 2, {'q': 2})
on(OrderedDict(), '__or__', (1, 2), 'c')
on(OrderedDict(), '__or__', None, None, 1)
on(OrderedDict([(1, 'x'), ('k', None)]), '__or__', 'zz')
on(OrderedDict(a=1, b=2, c=3), '__or__', 'a', (1, 2), {'q': 2})
on(OrderedDict(), '__or__', (1, 2))
on(OrderedDict(a=1, b=2, c=3), '__or__', True)
on(OrderedDict(a=1, b=2, c=3), '__or__', x=1)
on(OrderedDict([(1, 'x'), ('k', None)]), '__or__', (1, 2), 1, [1])
on(OrderedDict([(1, 'x'), ('k', None)]), '__or__', x=1)
on(OrderedDict(), '__or__', {'q': 2})
on(OrderedDict(), '__or__', 'a', last=False)
on(OrderedDict([(1, 'x'), ('k', None)]), '__or__')
on(OrderedDict([(1, 'x'), ('k', None)]), '__or__', {'q': 2})
on(OrderedDict(), '__or__')
on(OrderedDict(a=1, b=2, c=3), '__or__')
on(OrderedDict(a=1, b=2, c=3), '__or__', {'q': 2})
""")
