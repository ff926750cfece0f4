# mro() that interferes, __bases__, __class__ and __dict__ assignment.
def show(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)

class M(type):
    def mro(cls):
        return ()
show(M, "X", (), {})

class B: pass
class M(type):
    def mro(cls):
        del M.mro
        return (B,)
show(M, "A", (), {})

class M(type):
    ready = False
    seen = []
    def mro(cls):
        M.seen.append((cls.__name__, cls.__mro__))
        if M.ready:
            if cls.__name__ == "B1":
                B2.__bases__ = (B1,)
            if cls.__name__ == "B2":
                B1.__bases__ = (B2,)
        return type.mro(cls)
class A(metaclass=M): pass
class B1(A): pass
class B2(A): pass
print(M.seen)
M.ready = True
def assign(c, b): c.__bases__ = b
show(assign, B1, B1.__bases__ + ())
M.ready = False
show(assign, A, (B1,))
show(assign, int, (object,))

class M(type):
    ready = False
    def mro(cls):
        if M.ready and cls.__name__ == "C":
            M.ready = False
            C.__bases__ = (B2,)
        return type.mro(cls)
class A(metaclass=M): pass
class B1(A): pass
class B2(A): pass
class C(A): pass
M.ready = True
C.__bases__ = (B1,)
B1.__bases__ = (C,)
print(C.__bases__, B2.__subclasses__(), B1.__subclasses__(), B1.__bases__, C.__subclasses__())

class Once(type):
    n = 0
    def mro(cls):
        Once.n += 1
        if Once.n > 1:
            raise RuntimeError("bozo")
        return type.mro(cls)
class C: pass
class C2: pass
class D(C): pass
class E(D): pass
class F(D, metaclass=Once): pass
show(assign, D, (C2,))
print([c.__name__ for c in E.__mro__], [c.__name__ for c in D.__mro__], D.__bases__)

# the layout decides about __class__
class J: __slots__ = ["c", "b"]
class N(J): __slots__ = ["__weakref__"]
class P(J): __slots__ = ["__dict__"]
class Q(J): pass
class R(J): __slots__ = ["__dict__", "__weakref__"]
class H: __slots__ = ["b", "a"]
class I: __slots__ = ["a", "b"]
class L(H): __slots__ = ["e"]
class K(I): __slots__ = ["e"]
def setclass(x, c):
    x.__class__ = c
    return x.__class__.__name__
for a in (J, N, P, Q, R, H, I, L, K):
    print(a.__name__, end=" ")
    for b in (J, N, P, Q, R, H, I, L, K):
        try:
            setclass(a(), b)
            print("y", end="")
        except TypeError:
            print("n", end="")
    print()
show(setclass, J(), N)

# the builtin base's __dict__ rules
class Base: pass
class Meta(type, Base): pass
class X(metaclass=Meta): pass
d = Base.__dict__["__dict__"]
show(d.__set__, X, {})
class Exc(Base, Exception): pass
e = Exc()
e.__dict__ = {"a": 1}
print(e.a)
show(delattr, e, "__dict__")
show(object.__setattr__, int, "foo", 42)
show(object.__delattr__, int, "foo")
class MC(type):
    def __setattr__(cls, k, v): type.__setattr__(cls, k, v)
class MD(B, MC): pass
o = MD("o", (), {})
o.test = True
print(o.test)
for n in ("__bases__", "__name__", "__doc__", "__module__"):
    show(delattr, X, n)
    show(setattr, int, n, 1)

# keys with an equality of their own in a __dict__
class Evil:
    def __hash__(self): return hash("attr")
    def __eq__(self, other): return other == "attr"
class C: pass
c = C()
c.__dict__[Evil()] = 0
print(c.attr)

# a wrapper of another class does not fill the slot
class A(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
show(lambda: A() == A())
show(lambda: A() + A())
class E:
    @property
    def __eq__(self): raise AttributeError("booh")
print(E() == E())
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(type, "K", (), {1: 2})

# collections: the nearest class decides about patterns
import collections.abc
class M1(collections.UserDict, collections.abc.Sequence): pass
class S1(collections.UserList, collections.abc.Mapping): pass
for x in (M1(), S1()):
    match x:
        case {}: print("mapping")
        case []: print("sequence")
for d in (complex.real, property.fget, slice.start, type(show).__globals__, type(E().__init__).__self__ if 0 else range.start):
    print(type(d).__name__)
show(setattr, property(), "fget", 1)
print([].__add__.__objclass__, list.__len__.__doc__, int.__add__.__text_signature__, int.__init__.__text_signature__)
class T:
    __slotnames__ = ["spam"]
    def __getattr__(self, n):
        if n == "spam": return 42
        raise AttributeError(n)
print(T().__reduce_ex__(2)[2])
