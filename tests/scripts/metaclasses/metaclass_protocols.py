# metaclasses
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, getattr(e, "__notes__", ""))
class M(type):
    log = []
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        mcs.log.append(("prep", name, kw)); return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        mcs.log.append(("new", name, sorted(k for k in ns if not k.startswith("__"))))
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        cls.log.append(("init", name)); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        cls.log.append(("call", a)); return super().__call__(*a, **k)
    def __instancecheck__(cls, o): return o == 5 or super().__instancecheck__(o)
    def __subclasscheck__(cls, o): return o is int or super().__subclasscheck__(o)
    def __getattr__(cls, n):
        if n.startswith("dyn"): return n.upper()
        raise AttributeError(f"meta has no {n}")
    def __len__(cls): return 42
    def __iter__(cls): return iter("abc")
    def __getitem__(cls, k): return ("item", k)
    def __contains__(cls, k): return k == "x"
    def __add__(cls, o): return "added"
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __bool__(cls): return False
    @property
    def p(cls): return "metaprop"
    def mro(cls): return super().mro()
class A(metaclass=M, opt=3):
    def __init__(self, x): self.x = x
class B(A, flag=True): y = 2
print(M.log); M.log.clear()
b = B(9); print(M.log, b.x, B.injected)
print(isinstance(5, A), issubclass(int, A), issubclass(str, A), A.dyn_x, len(A), list(B), A[1, 2], "x" in A, A + 1, A, bool(A), A.p, B.p)
t(lambda: A.nope); t(lambda: b.p); t(lambda: b.dyn); t(lambda: A[1:2]); t(lambda: A - 1)
t(lambda: [] + A)
class M2(type): pass
def mk():
    class C(A, metaclass=M2): pass
t(mk)
t(lambda: type("X", (A, int), {"__slots__": ()}))
t(lambda: type("X", (int, str), {}))
t(lambda: type("X", (bool,), {}))
t(lambda: type("X", (object, A), {}))
t(lambda: type("X", (A, A), {}))
t(lambda: type("X", [A], {}))
t(lambda: type("X", (5,), {}))
t(lambda: type(5, (), {}))
t(lambda: type("X", (), 5))
t(lambda: type("X", ()))
t(lambda: type("X\0", (), {}))
t(lambda: type("X", (), {}, kw=1))
t(lambda: type.__new__(int, "X", (), {}))
t(lambda: type.__new__(M))
t(lambda: type("X", (), {"__slots__": ("a", "a")}))
t(lambda: type("X", (), {"__slots__": ("a",), "a": 1}))
t(lambda: type("X", (), {"__slots__": 5}))
t(lambda: type("X", (), {"__slots__": ("1a",)}))
t(lambda: type("X", (int,), {"__slots__": ("a",)})(3).a)
t(lambda: type("X", (tuple,), {"__slots__": ("a",)}))
t(lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")}))
t(lambda: type("X", (), {"__qualname__": 5}))
t(lambda: type("X", (), {"__classcell__": 5}))
t(lambda: type("X", (), {"__init_subclass__": 5}).__init_subclass__)
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.subs.append((cls.__name__, tag))
class D1(Base, tag="t"): pass
class D2(D1): pass
print(Base.subs)
def mk2():
    class D3(Base, bogus=1): pass
t(mk2)
class SN:
    def __set_name__(self, o, n): print("set_name", o.__name__, n)
class BadSN:
    def __set_name__(self, o, n): raise ValueError("bad sn")
class E1: a = SN(); b = SN()
def mk3():
    class E2: z = BadSN()
t(mk3)
def meta_func(name, bases, ns, **kw): return (name, bases, sorted(ns), kw)
class F(metaclass=meta_func, q=1): x = 1
print(F)
class MroM(type):
    def mro(cls): return [cls, object]
class G(metaclass=MroM): pass
class H(G): pass
print(H.__mro__)
class BadMro(type):
    def mro(cls): return [cls, 5]
t(lambda: BadMro("X", (), {}))
class Entries:
    def __mro_entries__(self, bases): return (A,) if A not in bases else ()
class I(Entries()): pass
print(I.__bases__, I.__orig_bases__[0].__class__.__name__)
t(lambda: type("X", (Entries(),), {}))
import types
print(types.resolve_bases((Entries(),)), types.new_class("NC", (A,), {"opt": 1}, lambda ns: ns.update(z=1)).z, types.prepare_class("X", (A,), {"k": 1})[0], types.get_original_bases(I)[0].__class__)
print(A.__class__, type(A).__mro__, A.__subclasses__(), M.__subclasses__(M), A.__basicsize__ > 0, A.__flags__ & (1 << 10) != 0)
class Abs: pass
A.__name__ = "Renamed"; print(A, A.__qualname__); 
def setn(v): A.__name__ = v
t(lambda: setn(5)); t(lambda: setn("a\0b"))
def setb(v): B.__bases__ = v
t(lambda: setb(())); t(lambda: setb(5)); t(lambda: setb((int,))); t(lambda: setb((B,)))
def delb(): del B.__bases__
t(delb)
class P1: 
    def who(self): return "p1"
class P2:
    def who(self): return "p2"
class Ch(P1): pass
c = Ch(); print(c.who()); Ch.__bases__ = (P2,); print(c.who(), Ch.__mro__[1].__name__, P1.__subclasses__())
def setc(o, c): o.__class__ = c
t(lambda: setc(c, int)); t(lambda: setc(5, Ch)); t(lambda: setc(c, 5)); t(lambda: setc(c, P2)); print(type(c))
class S1: __slots__ = ("a", "b")
class S2: __slots__ = ("a", "b")
class S3: __slots__ = ("b",)
s = S1(); s.a = 1; setc(s, S2); print(s.a); t(lambda: setc(s, S3))
t(lambda: setattr(int, "x", 1)); t(lambda: delattr(A, "zzz")); t(lambda: setattr(s, "zz", 1)); t(lambda: s.b)
t(lambda: object.__new__(int)); t(lambda: object(1)); t(lambda: A()); t(lambda: Abs(1)); t(lambda: object.__init__(Abs(), 3))
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
t(lambda: Shape()); print(sorted(Shape.__abstractmethods__))
class Sq(Shape):
    def area(self): return 1
t(lambda: Sq())
class Sq2(Sq): name = "sq"
t(lambda: Sq2())
Sq2.make = 1; abc.update_abstractmethods(Sq2); print(Sq2().area())
Shape.register(int); print(isinstance(3, Shape), issubclass(bool, Shape)); t(lambda: Shape.register(5)); t(lambda: Sq.register(Shape))
class HasFoo(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C): return any("foo" in B.__dict__ for B in C.__mro__) or NotImplemented
class Foo: foo = 1
print(issubclass(Foo, HasFoo), issubclass(int, HasFoo), isinstance(Foo(), HasFoo))
