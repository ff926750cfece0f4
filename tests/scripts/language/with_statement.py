"""With statement."""
def show(*a): print(*a)


class CM:
    def __init__(s, n, sup=False): s.n = n; s.sup = sup
    def __enter__(s): show("enter", s.n); return s
    def __exit__(s, t, v, tb): show("exit", s.n, t and t.__name__, v); return s.sup
def w1():
    with CM(1) as a, CM(2, True) as b:
        show(a.n, b.n)
        raise ValueError("in with")
    show("after")
w1()
def w2():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: return "ret"
show(w2())
try:
    with CM(5): raise KeyError(5)
except KeyError as e: show("prop", e)
class Bad:
    def __enter__(s): pass
try:
    with Bad(): pass
except TypeError as e: show(e)
try:
    with 5: pass
except TypeError as e: show(e)
