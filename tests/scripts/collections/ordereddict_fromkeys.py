"""OrderedDict.fromkeys and what it leaves behind."""
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
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', True, 2)
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', (1, 2), True, 'zz')
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', [('p', 1)])
on(OrderedDict(), 'fromkeys', True, 2)
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', 'a', last=False)
on(OrderedDict(), 'fromkeys', False, False, 1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', {'q': 2}, 2, [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', None, {'q': 2})
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', 'zz')
on(OrderedDict(), 'fromkeys', 'zz', False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', 'a', [1])
on(OrderedDict(), 'fromkeys', 'zz')
on(OrderedDict(a=1, b=2, c=3), 'fromkeys')
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', None, 'a')
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', (1, 2))
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', 1, 1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', [('p', 1)], [('p', 1)])
on(OrderedDict(), 'fromkeys', 'c')
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', (1, 2), {'q': 2})
on(OrderedDict(), 'fromkeys', 1, 'c')
on(OrderedDict(), 'fromkeys', [('p', 1)], False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', [('p', 1)], (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', (1, 2), 'a')
on(OrderedDict(a=1, b=2, c=3), 'fromkeys', [('p', 1)], 2)
on(OrderedDict(), 'fromkeys', (1, 2))
on(OrderedDict([(1, 'x'), ('k', None)]), 'fromkeys', 'c', {'q': 2})
""")
