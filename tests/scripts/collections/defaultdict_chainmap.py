"""defaultdict and ChainMap."""
from collections import ChainMap, defaultdict


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
ChainMap({'a': 1}).new_child({'b': 2}).maps
bool(ChainMap({}, {}))
defaultdict(int).__missing__('z')
ChainMap.fromkeys('ab', 0)
defaultdict(int) | {'a': 1}
defaultdict(int).get('q')
ChainMap({'a': 1}, {'a': 2, 'b': 3})['b']
ChainMap({'a': 1}, {'b': 2}) | {'c': 3}
len(ChainMap({'a': 1}, {'a': 2}))
defaultdict(list, a=1)
ChainMap({'a': 1}).get('q', 9)
ChainMap(5)
defaultdict(int, [('a', 1)], b=2)
defaultdict(int).setdefault('a')
{'a': 1} | defaultdict(str)
'q' in defaultdict(int)
defaultdict(list).copy()
dict(ChainMap({'a': 1}, {'a': 5, 'z': 0}))
defaultdict(lambda: 7)[1]
defaultdict(int).default_factory
list(ChainMap({'a': 1}, {'b': 2}))
'b' in ChainMap({}, {'b': 1})
ChainMap({'a': 1}, {'b': 2}).parents
defaultdict(int)['x']
defaultdict(int) == {}
ChainMap({'a': 1}) == {'a': 1}
ChainMap({1: 2}).copy()
ChainMap({'a': 1}, {'a': 2, 'b': 3})
repr(defaultdict(int, a=1))
ChainMap({'a': 1}).pop('b')
defaultdict(int, 5)
defaultdict([])
defaultdict(len)['x']
defaultdict(None)['y']
ChainMap()['x']
""")
