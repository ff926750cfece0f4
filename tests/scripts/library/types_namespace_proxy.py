"""SimpleNamespace and mappingproxy."""
from types import MappingProxyType as M, SimpleNamespace as N


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


show(r"""
N(a=1)
M({'a': 1})
N(a=1, b=[2])
vars(N(z=1))
N(a=1) == {'a': 1}
N()
N.__init__(N(), b=1)
M({1: 2}).items()
N(a=1).a
N([('k', 1)])
M({'a': 1}).get('z', 3)
N({'a': 1}, b=2)
len(M({1: 2}))
'a' in M({'a': 1})
list(M({1: 2}))
M({'a': 1})['a']
N(a=N(b=1))
M({'a': 1}) | {'b': 2}
N(a=1) == N(a=1)
str(M({1: 2}))
reversed(M({1: 2, 3: 4})).__next__()
type(int.__dict__).__name__
N(**{'a b': 1})
M({'a': 1}) == {'a': 1}
M({'a': 1}).copy()
hash(M({}))
M(5)
N(a=1).b
N(5)
M({'a': 1}).__setitem__
M({1: 2}) | 5
N(1, 2)
N({1: 2})
M([1])
M({})['k']
N(a=1) < N(a=2)
""")
