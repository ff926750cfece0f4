"""Comprehensions."""
def show(*a): print(*a)


def c1():
    x = "outer"
    r = [x for x in range(3)]
    show(r, x)
    fs = [lambda: i for i in range(3)]
    show([f() for f in fs])
    show([[j for j in range(i)] for i in range(4)])
    show([y := k for k in range(3)], y)
    show({k: v for k, v in [(1, 2), (3, 4)]}, {a for a in [1,1]})
    show([z for z in [5]], [(p, q) for p in range(2) for q in [p]])
    try: show(z)
    except NameError as e: show(e)
c1()
class C1:
    a = 5
    l = [a for _ in range(1)] if 0 else [q for q in range(a)]
    try: m = [a for _ in range(1)]
    except NameError as e: show(e)
    show(l)
a = "glob"
class C2:
    a = "cls"
    show([a for _ in range(1)], [(lambda: a)() for _ in range(1)])
def c2():
    try: return [1/x for x in [1, 0]]
    except ZeroDivisionError: pass
    return [x for x in "ab"]
show(c2())
def c3(x):
    def g(): return x
    return [(x, g()) for x in range(2)], x
show(c3("o"))
def c4():
    return [lambda: (x, y) for x in range(2) for y in range(2)]
show([f() for f in c4()])
show([locals() for x in [1]] == [{}] if 0 else "")
def c5():
    y = 1
    return [sorted(locals()) for x in [1]], sorted(locals())
show(c5())
show(list((i, j) for i in range(2) if i for j in range(2)))
