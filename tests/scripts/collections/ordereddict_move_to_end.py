"""OrderedDict.move_to_end and what it leaves behind."""
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
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', {'q': 2}, True)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', 2, (1, 2), False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', x=1)
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', 'zz', [('p', 1)], (1, 2))
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', 'a')
on(OrderedDict(), 'move_to_end', [1], [('p', 1)])
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', [('p', 1)])
on(OrderedDict(), 'move_to_end', {'q': 2}, [1])
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', (1, 2), None)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', 'zz', None)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', {'q': 2}, 'c')
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', 2)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', False, 2)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', 1)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', True)
on(OrderedDict(a=1, b=2, c=3), 'move_to_end', nope=1)
on(OrderedDict(), 'move_to_end', 'c', 'zz')
on(OrderedDict(), 'move_to_end', (1, 2))
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', 'zz', {'q': 2})
on(OrderedDict(), 'move_to_end', 'zz', 1, None)
on(OrderedDict(), 'move_to_end', False)
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', 1, 'a')
on(OrderedDict([(1, 'x'), ('k', None)]), 'move_to_end', (1, 2))
""")
