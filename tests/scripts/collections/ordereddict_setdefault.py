"""OrderedDict.setdefault and what it leaves behind."""
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
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', None, [('p', 1)], 'zz')
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', True, [1])
on(OrderedDict(a=1, b=2, c=3), 'setdefault', 'zz', [1])
on(OrderedDict(), 'setdefault', [1], False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', last=False)
on(OrderedDict(a=1, b=2, c=3), 'setdefault', True, {'q': 2}, {'q': 2})
on(OrderedDict(a=1, b=2, c=3), 'setdefault', 1)
on(OrderedDict(), 'setdefault', None, 'a')
on(OrderedDict(a=1, b=2, c=3), 'setdefault', (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'setdefault', {'q': 2}, 'a')
on(OrderedDict(), 'setdefault', (1, 2), [1])
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', [('p', 1)])
on(OrderedDict(), 'setdefault', {'q': 2}, 'c')
on(OrderedDict(a=1, b=2, c=3), 'setdefault', 1, (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'setdefault', x=1)
on(OrderedDict(a=1, b=2, c=3), 'setdefault', [('p', 1)], 'a')
on(OrderedDict(), 'setdefault', 'a', False)
on(OrderedDict(a=1, b=2, c=3), 'setdefault', None, 1)
on(OrderedDict(), 'setdefault', 'c')
on(OrderedDict(), 'setdefault', 'a', False, (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'setdefault', True, 'zz')
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', 'zz', None)
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', {'q': 2})
on(OrderedDict(), 'setdefault', 'a', last=False)
on(OrderedDict(), 'setdefault', x=1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'setdefault', 'a')
""")
