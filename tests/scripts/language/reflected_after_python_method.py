class D:
    def __add__(self, other):
        return NotImplemented
class A:
    def __add__(self, other):
        return 7
    __radd__ = __add__
class E:
    def __eq__(self, o):
        return "eq"
class A2(A):
    def __add__(self, other):
        return E()
    __radd__ = __add__
d = D(); a = A(); b = A2()
f = lambda: a + d == d + a
print(f())
f = lambda: b + d == d + b
print(f())
f = lambda: (d + a)
print(f())
f = lambda: (d + a) + 1
print(f())
def g():
    x = d + a
    y = x + 1
    return y
print(g())
