"""OrderedDict.popitem and what it leaves behind."""
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
on(OrderedDict(), 'popitem', [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), 'popitem', True, (1, 2), True)
on(OrderedDict(a=1, b=2, c=3), 'popitem', 'a', [1])
on(OrderedDict([(1, 'x'), ('k', None)]), 'popitem', False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'popitem', False, None)
on(OrderedDict([(1, 'x'), ('k', None)]), 'popitem', x=1)
on(OrderedDict(), 'popitem', 1, 'c', True)
on(OrderedDict(), 'popitem', 'a', None)
on(OrderedDict(a=1, b=2, c=3), 'popitem', [1])
on(OrderedDict(a=1, b=2, c=3), 'popitem', {'q': 2}, 'a', False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'popitem', 'c')
on(OrderedDict(a=1, b=2, c=3), 'popitem', False)
on(OrderedDict(a=1, b=2, c=3), 'popitem', x=1)
on(OrderedDict(a=1, b=2, c=3), 'popitem', nope=1)
on(OrderedDict(), 'popitem', x=1)
""")
