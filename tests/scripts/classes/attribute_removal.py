import copy, pickle
class A: pass
def mk(n):
    a = A()
    for i in range(n): setattr(a, f"x{i}", i)
    return a
for n in (1, 3, 7, 8, 9, 12, 63, 64, 65):
    for order in (range(n), range(n-1, -1, -1), [i for i in range(n) if i % 2] + [i for i in range(n) if not i % 2]):
        a = mk(n)
        for k in order:
            delattr(a, f"x{k}")
            try:
                getattr(a, f"x{k}"); print("bad")
            except AttributeError as e: pass
            try:
                delattr(a, f"x{k}"); print("bad")
            except AttributeError as e: pass
            left = sorted(vars(copy.copy(a)).items())
            if k % 3 == 0: setattr(a, f"y{k}", k)
        print(n, list(vars(a)), sorted(dir(a))[:0], a.__dict__ == copy.deepcopy(a).__dict__, len(pickle.loads(pickle.dumps(a.__dict__))))
a = mk(5)
del a.x1, a.x3
a.x1 = "again"
a.z = 1
del a.z
print(a.__dict__)
b = mk(5)
del b.x0; b.x0 = 9; del b.x0; b.x0 = 8; del b.x0; b.x0 = 7; del b.x0; b.x0 = 6; del b.x0; b.x0 = 5
print(b.__dict__, b.x0)
class E(Exception): pass
e = E(); e.a = 1; e.b = 2; del e.a; print(e.__dict__, e.__reduce__()); del e.b; print(e.__dict__)
def f(o): return o.x2
for i in range(10):
    c = mk(4)
    if i % 2: del c.x0
    if i % 3 == 0: del c.x2
    try: print(f(c), end=" ")
    except AttributeError as x: print(x, end=" ")
class S:
    __slots__ = ("p", "q", "__dict__")
s = S(); s.p = 1; s.q = 2; s.r = 3; s.t = 4; del s.r; del s.p
print(s.__dict__, s.q, hasattr(s, "p"), hasattr(s, "r"), s.t); s.p = 5; s.r = 6; print(s.p, s.r, s.__dict__)
