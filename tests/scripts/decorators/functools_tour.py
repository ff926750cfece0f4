# functools & decorators
import builtins, re; builtins.print = lambda *a, _p=print, **k: _p(*[re.sub(r"0x[0-9a-f]+", "0x", str(x)) for x in a], **k)  # no addresses
import functools, operator, inspect
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
def deco(arg=None, *, n=1):
    def wrap(f):
        @functools.wraps(f)
        def inner(*a, **k): 
            r = None
            for _ in range(n): r = f(*a, **k)
            return arg, r
        return inner
    return wrap
@deco("A", n=2)
@deco()
def fn(x: int, /, y=2, *, z: str = "z") -> list:
    "fn doc"
    return x, y, z
print(fn(1), fn.__name__, fn.__doc__, fn.__wrapped__.__wrapped__.__name__, inspect.signature(fn), fn.__annotations__, fn.__qualname__)
t(fn); t(fn, 1, 2, 3); t(fn, x=1); t(fn, 1, w=2)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
p = functools.partial(fn, 1, z=5); print(p(), p.func is fn, p.args, p.keywords); pp = functools.partial(p, 9, y=1) ; print(repr(pp)[:20], pp.args, pp.keywords); t(pp)
t(functools.partial); t(functools.partial, 5); print(functools.partial(int, base=2)("101"), repr(functools.partial(int, "1", base=3)))
import pickle, copy
q = pickle.loads(pickle.dumps(functools.partial(operator.add, 3))); print(q(4), q); q.attr = 1; print(copy.copy(q).attr, q.__dict__)
t(q.__setstate__, 5); t(q.__setstate__, (1, 2, 3)); 
@functools.lru_cache(maxsize=2)
def sq(x): print("calc", x); return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info(), sq.cache_parameters()); sq.cache_clear(); print(sq.cache_info()); t(sq, []); t(sq)
@functools.lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
@functools.cache
def ck(*a, **k): return len(a) + len(k)
print(ck(1, b=2), ck(1, b=2), ck(b=2), ck.cache_info()); t(functools.lru_cache, "x"); t(functools.lru_cache(maxsize=-5)(abs), -3)
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: a + [b], "abc", [])); t(functools.reduce, operator.add, []); t(functools.reduce, operator.add); t(functools.reduce, operator.add, 5); t(functools.reduce, lambda: 1, [1, 2])
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3)); t(lambda: V(1) < 5); t(lambda: V(1) >= 5)
def bad():
    @functools.total_ordering
    class W: pass
t(bad)
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower())))); k = functools.cmp_to_key(lambda a, b: a - b); print(k(1) < k(2), k(3).obj); t(lambda: k(1) < 5); t(k); t(hash, k(1)); t(functools.cmp_to_key)
@functools.singledispatch
def sd(x, *a): "sd doc"; return "default"
@sd.register(int)
def _i(x): return "int"
@sd.register
def _(x: list | tuple): return "lt"
import collections.abc as cabc
@sd.register(cabc.Sized)
def _(x): return "sized"
print(sd(1), sd(True), sd([]), sd(()), sd(1.5), sd({}), sd.dispatch(bool), sorted(c.__name__ for c in sd.registry)); t(sd); t(sd.register, 5); t(sd.register, lambda x: 1); t(sd.register(int), 5)
def noann(x): pass
t(sd.register, noann)
def strann(x: "nope"): pass
t(sd.register, strann)
# class decorators, decorator expressions, stacking order
order = []
def o(n):
    order.append(("eval", n))
    def d(f): order.append(("apply", n)); return f
    return d
@o(1)
@o(2)
class Z:
    @o(3)
    @staticmethod
    def s(): return 1
    @(lambda f: "replaced")
    def r(self): pass
    @[o][0](5)
    def q(self): return 1
print(order, Z.r, Z.s())
class CountCalls:
    def __init__(self, f): functools.update_wrapper(self, f); self.n = 0; self.f = f
    def __call__(self, *a, **k): self.n += 1; return self.f(*a, **k)
    def __get__(self, o, c): return functools.partial(self, o) if o else self
class U:
    @CountCalls
    def m(self, x): return x
u = U(); print(u.m(1), u.m(2), U.m.n, U.m.__name__, U.m.__wrapped__.__qualname__)
def register(reg):
    def d(f=None, /, *, name=None):
        if f is None: return lambda g: d(g, name=name)
        reg[name or f.__name__] = f; return f
    return d
R = {}; reg = register(R)
@reg
def one(): pass
@reg(name="deux")
def two(): pass
print(sorted(R)); t(lambda: reg(1, 2))
def retry(n, exc):
    def d(f):
        @functools.wraps(f)
        def w(*a):
            for i in range(n):
                try: return f(*a)
                except exc as e: last = e; print("retry", i, e)
            raise RuntimeError("gave up") from last
        return w
    return d
@retry(2, ValueError)
def conv(s): return int(s)
t(conv, "12"); 
try: conv("xx")
except RuntimeError as e: print(repr(e), repr(e.__cause__))
@retry(1, KeyError)
def other(): raise IndexError("i")
t(other)
print(functools.partial(print, "a", sep="-")("b"))
print(operator.attrgetter("a.b", "c"), operator.itemgetter(1, 2), operator.methodcaller("f", 1, k=2)); t(operator.attrgetter); t(operator.attrgetter, 5); t(operator.itemgetter); t(operator.itemgetter(1), [1]); t(operator.attrgetter("x.y"), 5); t(operator.methodcaller("foo"), 5); t(operator.methodcaller, 1); print(operator.methodcaller("split", ",", maxsplit=1)("a,b,c"), operator.length_hint(iter([1, 2])), operator.countOf([1, 1], 1), operator.indexOf("abc", "b")); t(operator.indexOf, "abc", "z"); t(operator.concat, 1, 2); t(operator.length_hint, 5, "x"); print(operator.call(int, "5"), operator.is_not(1, None)); t(operator.index, 1.5); l = [1]; print(operator.iadd(l, [2]) is l)
