"""Classes that change while their instances are used."""
import abc
import dataclasses
import enum
import functools
import typing
from collections import namedtuple
from hammering import *


@case
def attributes():
    class A:
        x = 1

        def m(self):
            return 1

    class B(A):
        pass
    objects = [B() for i in range(10)]

    def write():
        A.x = 2.5
        A.x = "s"
        A.x = 1
        A.m = lambda self: 2
        A.m = lambda self: 1
        B.y = 3
        try:
            del B.y
        except AttributeError:
            pass
        A.p = property(lambda s: 5)
        try:
            del A.p
        except AttributeError:
            pass
        A.__name__ = "Another" * 3
        A.__qualname__ = "Q"
        A.__name__ = "A"
        A.__doc__ = "doc"

    def read():
        for o in objects:
            assert o.x in (1, 2.5, "s")
            assert o.m() in (1, 2)
            assert getattr(o, "y", 3) in (3, 9)
            assert getattr(o, "p", 5) in (5, 9)
            repr(o), A.__name__
        try:
            o.no_such_attribute
        except AttributeError as e:
            assert "'B'" in str(e)

    def special():
        A.__len__ = lambda s: 3
        A.__add__ = lambda s, o: 4
        A.__getattr__ = lambda s, n: 9
        for n in "__len__", "__add__", "__getattr__":
            try:
                delattr(A, n)
            except AttributeError:
                pass

    def use_special():
        for o in objects:
            try:
                assert len(o) == 3
            except (TypeError, AttributeError):
                pass
            try:
                assert o + 1 == 4
            except (TypeError, AttributeError):
                pass
    return write, write, read, special, use_special


@case
def bases():
    class A:
        def f(self):
            return 1

    class A2:
        def f(self):
            return 2

    class P(A):
        pass

    class C(P):
        pass
    c = C()

    def change():
        P.__bases__ = (A2,)
        P.__bases__ = (A, A2)
        P.__bases__ = (A,)

    def use():
        for i in range(20):
            assert c.f() in (1, 2)
            assert isinstance(c, P)
            assert C.__mro__[-1] is object
            assert P.__bases__ in ((A,), (A2,), (A, A2))
            assert super(P, c).f() in (1, 2)

    def derive():
        class D(P):
            pass
        assert D().f() in (1, 2)
        P.__subclasses__()
    return change, change, use, use, derive


@case
def making():
    class Meta(type):
        def __call__(cls, *a):
            return super().__call__(*a)

    class Base(metaclass=Meta):
        known = []

        def __init_subclass__(cls):
            Base.known.append(cls.__name__)

    def classes():
        class C(Base):
            def __init__(self, x):
                self.x = x
        assert C(3).x == 3
        T = type("T", (C,), {"y": 4, "__slots__": ("z",)})
        t = T(5)
        t.z = 6
        assert (t.x, t.y, t.z) == (5, 4, 6)
        del Base.known[:]

    def library():
        E = enum.Enum("E", "a b c")
        assert E.b.value == 2 and E(1) is E.a
        D = dataclasses.make_dataclass("D", ["x", ("y", int, 3)])
        assert D(1) == D(1, 3)
        N = namedtuple("N", "p q")
        assert N(1, 2)._replace(q=3) == (1, 3)
        assert typing.Optional[int] == typing.Union[int, None]
        typing.List[typing.Dict[str, int]], list[int] | None
    return classes, classes, library, library


@case
def abstract():
    class I(abc.ABC):
        @abc.abstractmethod
        def f(self):
            "..."

    def register():
        class C:
            pass
        I.register(C)
        assert issubclass(C, I) and isinstance(C(), I)

    def check():
        class D:
            pass
        assert not issubclass(D, I)
        assert isinstance([], typing.Sequence) and not isinstance(3, typing.Sequence)
        try:
            I()
        except TypeError:
            pass
        else:
            raise AssertionError

        class E(I):
            def f(self):
                return 1
        assert E().f() == 1 and isinstance(E(), I)
    return register, register, check, check


@case
def functions():
    def f(a=1, *, k=2):
        return (a, k)

    def other(a=5, *, k=6):
        return (a, k)
    codes = f.__code__, (lambda a=1, *, k=2: (a, k)).__code__

    def change():
        f.__code__ = codes[1]
        f.__defaults__ = (3,)
        f.__kwdefaults__ = {"k": 4}
        f.__code__ = codes[0]
        f.__defaults__ = (1,)
        f.__kwdefaults__ = {"k": 2}
        f.attr = 1
        f.__name__ = "g"
        f.__dict__
        f.__annotations__

    def use():
        for i in range(20):
            a, k = f()
            assert a in (1, 3) and k in (2, 4), (a, k)
            assert f(7, k=8) == (7, 8)
        repr(f)
    return change, change, use, use


@case
def dispatch():
    @functools.singledispatch
    def f(x):
        return "object"

    @f.register
    def _(x: int):
        return "int"

    def add():
        class C(int):
            pass
        f.register(C, lambda x: "C")
        try:
            assert f(C()) == "C"
        except RuntimeError:
            pass  # functools iterates its registry

    def use():
        try:
            assert f(1) == f(True) == "int" and f("") == "object"
        except RuntimeError:
            pass

    class P:
        @functools.cached_property
        def x(self):
            return [1]
    shared = P()

    def cached():
        assert shared.x == [1]
        shared.__dict__.pop("x", None)
        p = P()
        assert p.x is p.x
    return add, use, use, cached, cached


main()
