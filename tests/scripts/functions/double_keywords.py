# Merged ** arguments: a key that comes twice is reported before keys that are no strings.
def f(*a, **k): return k
for call in (lambda: f(**{1: 3}, **{1: 5}), lambda: f(**{1: 3}, **{2: 5}), lambda: f(**{1: 3}, a=1),
             lambda: f(a=1, **{"a": 2}), lambda: f(**{"x y": 1}, **{"x y": 2}), lambda: f(**{"x y": 1}),
             lambda: f(**[1]), lambda: f(**{(): 0}, **{(): 0}), lambda: print(**{None: 1}, **{None: 1})):
    try: print(call())
    except TypeError as e: print(e)
d = {1: 2}
print(type(d.keys() & frozenset([1])), type(frozenset([1]) & d.keys()), type(d.keys() | frozenset([1])),
      type(d.items() & frozenset()), type(frozenset([1]) - d.keys()), type(frozenset() ^ d.keys()))
import os, sys, abc, io, importlib.util, zipimport
print(os, abc, io, sys, importlib.util, zipimport)
print(os.__spec__.origin, os.__spec__.has_location, os.path.basename(os.__file__), importlib.reload(os) is os, os)
print(int.__basicsize__, int.__itemsize__, [i.__sizeof__() for i in (0, 1, -1, 2 ** 30, 2 ** 60, 2 ** 1000)])
