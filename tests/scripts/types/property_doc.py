# The docstring of a property subclass without room for it; iter(f, x) exhausted by f.
class P(property):
    __slots__ = ()
print(P().__doc__, P(doc="x").__doc__, P(lambda self: 1).__doc__)
def getter(self):
    "doc"
try:
    P(getter)
except AttributeError as e:
    print(e)
class Q(property):
    __slots__ = ("__doc__",)
print(Q(getter).__doc__)
def f():
    if f.inside:
        return 2
    f.inside = True
    list(f.it)
    return 1
f.inside = False
f.it = iter(f, 2)
print(next(f.it, "exhausted"))
