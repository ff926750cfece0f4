"""OrderedDict.get and what it leaves behind."""
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
on(OrderedDict(a=1, b=2, c=3), 'get')
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', [1], 2, [('p', 1)])
on(OrderedDict(a=1, b=2, c=3), 'get', [('p', 1)])
on(OrderedDict(a=1, b=2, c=3), 'get', 'a', last=False)
on(OrderedDict(), 'get', [1])
on(OrderedDict(), 'get', False, False, False)
on(OrderedDict(), 'get', False)
on(OrderedDict(a=1, b=2, c=3), 'get', True)
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', False, (1, 2))
on(OrderedDict(), 'get', {'q': 2}, [1])
on(OrderedDict(), 'get', (1, 2), False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', [1], 'a')
on(OrderedDict(a=1, b=2, c=3), 'get', True, 'zz')
on(OrderedDict(), 'get', 'b', default=5)
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', 'a', 'zz')
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', 2)
on(OrderedDict(a=1, b=2, c=3), 'get', 1, {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', 'c', {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', 'b', default=5)
on(OrderedDict(a=1, b=2, c=3), 'get', {'q': 2}, 1, 1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', True, 'c')
on(OrderedDict(a=1, b=2, c=3), 'get', 'zz', [('p', 1)])
on(OrderedDict(a=1, b=2, c=3), 'get', 2, 2)
on(OrderedDict(), 'get', 'c', 'c')
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'get', False, 2)
""")
