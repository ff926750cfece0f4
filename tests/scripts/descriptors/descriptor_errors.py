# descriptors
import builtins, re; builtins.print = lambda *a, _p=print, **k: _p(*[re.sub(r"0x[0-9a-f]+", "0x", str(x)) for x in a], **k)  # no addresses
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class D:
    def __init__(self, n): self.n = n
    def __get__(self, o, c=None): return ("get", self.n, o is None, c and c.__name__)
class DD(D):
    def __set__(self, o, v): print("set", self.n, v)
    def __delete__(self, o): print("del", self.n)
class SO:
    def __set__(self, o, v): o.__dict__["so"] = v * 2
class DO:
    def __delete__(self, o): print("delete only")
class C:
    nd = D("nd"); dd = DD("dd"); so = SO(); do = DO()
    def m(self): return "m"
    @classmethod
    def cm(cls, *a): return cls.__name__, a
    @staticmethod
    def sm(*a): return a
    @property
    def p(self): "doc p"; return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
    ro = property(lambda s: 1)
    wo = property(None, lambda s, v: None)
    nothing = property()
c = C()
print(c.nd, C.nd, c.dd, C.dd); c.__dict__["nd"] = 1; c.__dict__["dd"] = 2; print(c.nd, c.dd)
c.dd = 5; del c.dd; c.so = 4; print(c.so); t(lambda: delattr(c, "so")); del c.do
t(lambda: setattr(c, "do", 1))
t(lambda: c.p); c.p = 3; print(c.p); del c.p; t(lambda: c.p); t(lambda: delattr(c, "p"))
t(lambda: setattr(c, "ro", 1)); t(lambda: delattr(c, "ro")); t(lambda: c.wo); t(lambda: c.nothing); t(lambda: setattr(c, "nothing", 1)); t(lambda: setattr(c, "m", 1)); print(c.m)
del c.m; print(c.m()); t(lambda: delattr(c, "m")); t(lambda: delattr(c, "xx"))
print(C.p.__doc__, C.p.fget.__name__, C.__dict__["cm"].__func__.__name__, C.__dict__["sm"].__wrapped__.__name__, C.cm.__self__, C.p.__name__)
print(C.cm(1), c.cm(2), C.sm(3), c.sm(4), C.m(c))
print(C.__dict__["p"].__isabstractmethod__)
class P2(property):
    "sub doc"
class Q:
    x = P2(lambda s: 1, doc="given"); 
    @P2
    def y(self): "from func"; return 2
    @y.getter
    def y(self): return 22
print(Q.x.__doc__, Q.y.__doc__, type(Q.__dict__["y"]), Q().y)
t(lambda: C.__dict__["p"].__set__(5, 6)); t(lambda: C.__dict__["p"].__get__(None, None)); t(lambda: C.__dict__["p"].__get__(c))
t(lambda: property(5).__get__(1)); t(lambda: property(1, 2, 3, 4, 5)); t(lambda: property(fget=None, bogus=1))
# bound/unbound, method objects
m = c.m; print(m.__self__ is c, m.__func__ is C.m, m == c.m, hash(m) == hash(c.m), m.__name__, m.__qualname__)
t(lambda: m.foo); t(lambda: setattr(m, "foo", 1)); t(lambda: C.m())
t(lambda: list.append(5, 1)); t(lambda: list.append()); t(lambda: [].append.__self__); t(lambda: str.upper(b"x")); t(lambda: list.__len__({})); t(lambda: int.real.__get__("x")); t(lambda: int.real.__set__(1, 2)); t(lambda: C.m.__get__(None, None)); t(lambda: C.m.__get__(c)()); t(lambda: dict.fromkeys.__self__); t(lambda: int.__dict__["from_bytes"].__get__(None, str)); t(lambda: int.__dict__["from_bytes"].__get__(None)); t(lambda: type(int.__dict__["from_bytes"])); print(type(str.upper), type("".upper), type(int.real), type(type.__dict__["__mro__"]), type(object.__init__), type(object().__init__))
print(str.upper, int.real, str.upper.__objclass__, int.real.__name__, object.__init__, [].__len__.__name__)
# lookups via class with metaclass descriptors
class Meta(type):
    both = DD("meta_dd"); nd = D("meta_nd")
class K(metaclass=Meta):
    both = 1; nd = 2
print(K.both, K.nd, K().both)
# __getattr__ / __getattribute__
class GA:
    def __getattribute__(self, n):
        if n == "boom": raise AttributeError("first")
        if n == "val": raise ValueError("val")
        return super().__getattribute__(n)
    def __getattr__(self, n): return "fallback " + n
    def __setattr__(self, n, v): object.__setattr__(self, n, (v,))
    def __delattr__(self, n): print("delattr", n); super().__delattr__(n)
    def __dir__(self): return ["z", "a"]
g = GA(); g.x = 1; print(g.x, g.boom, g.none, dir(g)); t(lambda: g.val); del g.x; t(lambda: delattr(g, "x")); print(hasattr(g, "anything"))
class PropErr:
    @property
    def p(self): return self.missing
    def __getattr__(self, n): raise AttributeError(f"ga {n}")
t(lambda: PropErr().p)
class NoDict: __slots__ = ()
t(lambda: NoDict().x); t(lambda: setattr(NoDict(), "x", 1)); t(lambda: NoDict().__dict__); t(lambda: setattr(object(), "x", 1)); t(lambda: vars(5)); t(lambda: setattr(5, "real", 1)); t(lambda: setattr(5, "foo", 1)); t(lambda: delattr(5, "foo"))
class Sl:
    __slots__ = {"a": "doc a", "__b": "priv"}
    def __init__(self): self.a = 1; self.__b = 2
s = Sl(); print(Sl.a.__doc__, s._Sl__b, Sl.a, Sl.__slots__); del s.a; t(lambda: s.a); t(lambda: delattr(s, "a")); t(lambda: Sl.a.__get__(5)); t(lambda: Sl.a.__set__(5, 1))
# cached_property, singledispatchmethod, partialmethod
import functools
class CP:
    n = 0
    @functools.cached_property
    def v(self): "cp doc"; CP.n += 1; return CP.n
    @functools.singledispatchmethod
    def f(self, a): return "base"
    @f.register
    def _(self, a: int): return "int"
    @f.register(list)
    def _(self, a): return "list"
    @functools.singledispatchmethod
    @classmethod
    def g(cls, a): return "cb"
    @g.register
    @classmethod
    def _(cls, a: str): return cls.__name__ + a
    def h(self, *a, **k): return a, k
    h1 = functools.partialmethod(h, 1, z=2)
x = CP(); print(x.v, x.v, CP.v.__doc__, CP.v.attrname); del x.v; print(x.v); x.v = 9; print(x.v)
print(x.f(1), x.f([]), x.f(1.0), x.f(True), CP.g("q"), x.g(1), x.h1(5, y=6), CP.__dict__["h1"]); t(lambda: x.f())
class CPS: 
    __slots__ = ()
    v = functools.cached_property(lambda s: 1)
t(lambda: CPS().v)
def two():
    class T2:
        a = functools.cached_property(lambda s: 1); b = a
t(two); t(lambda: functools.cached_property(len).__get__(object())); t(lambda: functools.partialmethod(5)); t(lambda: functools.singledispatchmethod(5))
# super
class S0:
    def f(self): return "S0"
    x = property(lambda s: "S0x")
class S1(S0):
    def f(self): return super().f() + super(S1, self).x
    @classmethod
    def c(cls): return super().__repr__
    def bad(self): return super().nope
    def nosuper(): return super()
    def delself(self):
        del self
        return super()
s = S1(); print(s.f(), super(S1, s), super(S1)); t(s.bad); t(S1.nosuper); t(s.delself); t(lambda: super()); t(lambda: super(5)); t(lambda: super(S1, 5)); t(lambda: super(S1, int)); t(lambda: super().x); print(super(S1, s).__thisclass__, super(S1, S1).__self_class__)
t(lambda: super(S1, s).__setattr__("f", 1)); t(lambda: setattr(super(S1, s), "x", 1))
