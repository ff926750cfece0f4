"""Evaluation order."""
def show(*a): print(*a)


class P:
    def m(self, k=1): return ("P", k)


def o1():
    x = 1
    r = x + (x := 10) + x
    s = [x, (x := 2), x]
    t = (x, x := 3, x)
    d = {x: (x := 4), x: x}
    u = x < (x := 5) < x + 1
    v = show(x, (x := 6), x)
    x += (x := 100)
    return r, s, t, d, u, x
show(o1())
def o2():
    x = [1]
    x = [x, x]
    y = x or (x := 5)
    z = not x and y
    x = x[0] if x else x
    return x, y, z
show(o2())
def log(x): show("eval", x); return x
{log("k"): log("v")}
log([1, 2])[log(0)] = log("val")
log(P).q = log("attr")
a3 = log(1) if log(0) else log(2)
show(log(1) < log(2) < log(0) < log(9))
show(log(0) or log("") or log("x"), log(1) and log(0) and log(3))
def kw(*a, **k): return a, k
show(kw(log(1), *log([2]), log(3), k=log(4), **log({"z": 5})))
show(kw(*[1, 2], *(3,), 4, **{"a": 1}, b=2, **{"c": 3}))
try: kw(a=1, **{"a": 2})
except TypeError as e: show(e)
try: kw(**5)
except TypeError as e: show(e)
try: kw(*5)
except TypeError as e: show(e)
show([*range(3), 9, *"ab"], {*[1, 2], 3}, {**{"a": 1}, "b": 2}, (*[1], 2))
