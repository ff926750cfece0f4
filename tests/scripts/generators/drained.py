import sys
def g(n):
    for i in range(n): yield i
print(set(i%7 for i in range(50)), list(g(5)), tuple(g(4)), sum(g(10)), sum(x*.5 for x in g(5)), any(x==3 for x in g(5)), all(g(3)), "".join(str(i) for i in g(12)))
class H:
    def __init__(s,k): s.k=k
    def __hash__(s): return 5
    def __eq__(s,o): return isinstance(o,H) and s.k==o.k
print(len(set(H(i%3) if i%2 else i for i in range(20))))
def bad():
    yield 1
    raise ValueError("x")
for f in (list, set, sum, tuple, any, all, sorted, ",".join):
    def src():
        yield from ("a","b") if f is not sum and not isinstance(f, type(",".join)) else (0, 0)
        if f is all: yield 1
        yield "" if f is any else "x" if f is not sum else 0
        raise ValueError(f)
    try: print(f(src()))
    except Exception as e: print(type(e).__name__, e.__traceback__.tb_next.tb_lineno if e.__traceback__.tb_next else None)
l=[1]
def selfy():
    for i in range(3):
        l.append(100+i); yield i
l.extend(selfy()); print(l)
def rec():
    yield 1
    yield list(rec2)
rec2=rec()
try: print(list(rec2))
except ValueError as e: print(e)
it=(x for x in [1,2,0,3,4]); print(all(it), list(it))
it=(x for x in [0,0,5,3,4]); print(any(it), list(it))
def tracer():
    ev=[]
    def tr(f,e,a):
        ev.append((f.f_code.co_name,e)); return tr
    sys.settrace(tr); s=set(i for i in range(2)); sys.settrace(None); return ev
print(tracer())
def mid():
    yield 1
    try: yield 2
    finally: print('fin')
print([*mid()], {*mid()}, max(mid()), sorted(mid()))
g1=mid(); g1.__name__='zz'; g1.__qualname__='qq'; print(g1.__name__, repr(g1)[:24])
mid.__name__='other'; mid.__qualname__='oq'; print(mid().__name__, repr(mid())[:24])
