# The order of callbacks, and what a finished or a cleared object keeps alive.
import gc, weakref
class A: pass
class F:
    def __init__(self, n): self.n = n
    def __call__(self, _): res.append(self.n)
a, res = A(), []
keep = [weakref.ref(a, F(i)) for i in range(5)]
keep[2] = None
del a
gc.collect()
print(res)
a, res = A(), []
f = [weakref.finalize(a, res.append, i) for i in range(5)]
del f[1]
f[0]()
del a
gc.collect()
print(res)
s = {1}
p = weakref.proxy(s)
print(str(p))
s = None
gc.collect()
try:
    print(str(p))
except ReferenceError as e:
    print(e)
class D(dict):
    def __getattr__(self, n): return self[n]
d = D()
print("D" in repr(weakref.ref(d)))
class MyObj: pass
class MyException(Exception):
    def __init__(self, obj): self.obj = obj
def ended(close):
    def g():
        try:
            raise MyException(obj)
        except MyException:
            yield
    obj = MyObj()
    wr = weakref.ref(obj)
    x = g()
    next(x)
    if close:
        x.close()
    else:
        next(x, None)
    x = obj = None
    gc.collect()
    print(wr())
ended(True)
ended(False)
