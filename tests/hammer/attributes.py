"""Attributes, globals and cells with values of different kinds."""
import random
import threading
from hammering import *

VALUES = [1, 2.5, "s", None, True, 3, 1 << 70, (1,), -1, 0.5]


def known(v):
    return any(v is x or type(v) is type(x) and v == x for x in VALUES)


class Box:
    pass


class Slotted:
    __slots__ = "x", "y"


@case
def attribute():
    b, s = Box(), Slotted()
    b.x = s.x = 1

    def write():
        for v in VALUES:
            b.x = v
            s.x = v
            setattr(b, "x", v)
            b.__dict__

    def read():
        for i in range(50):
            assert known(b.x), b.x
            assert known(s.x), s.x
            assert known(getattr(b, "x", 1))
            assert known(vars(b)["x"])
    return write, write, read, read


@case
def attributes_come_and_go():
    b = Box()
    b.keep = "keep"

    def add():
        for v in VALUES:
            b.y = v
            b.z = v
            try:
                del b.y
            except AttributeError:
                pass

    def read():
        for i in range(20):
            assert b.keep == "keep"
            assert known(getattr(b, "y", None))
            assert known(getattr(b, "z", None))
    return add, add, read, read


@case
def no_attribute_lost():
    def once():
        b = Box()

        def add(i):
            for k in range(20):
                setattr(b, f"a{i}_{k}", (i, k))
        together(*[lambda i=i: add(i) for i in range(3)])
        for i in range(3):
            for k in range(20):
                assert getattr(b, f"a{i}_{k}") == (i, k)
        assert len(b.__dict__) == 60
    return once, once


@case
def dict_assignment():
    b = Box()
    b.x = 1

    def replace():
        b.__dict__ = {"x": 2.5, "w": 1}
        b.__dict__ = {"x": "s"}

    def read():
        for i in range(20):
            assert known(b.x), b.x
        b.x = None
        d = b.__dict__
        d["x"] = 3
        assert known(d["x"])
    return replace, read, read


@case
def class_assignment():
    class A:
        def who(self):
            return "A"

    class B:
        def who(self):
            return "B"
    objects = [A() for i in range(5)]
    for o in objects:
        o.x = 1

    def change():
        for o in objects:
            o.__class__ = B
            o.__class__ = A

    def use():
        for o in objects:
            assert o.who() in "AB"
            assert type(o) in (A, B)
            o.x = 2.5
            assert known(o.x)
            o.new = 3
            try:
                del o.new
            except AttributeError:
                pass
    return change, use, use


@case
def removal():
    """Attributes come and go in any order: each has its own values only."""
    class A:
        pass
    objects = [A() for i in range(4)]

    def change():
        for n, o in enumerate(objects):
            o.a, o.b, o.c, o.d = ("a", n), ("b", n), ("c", n), ("d", n)
            for name in ("b", "a", "d", "c")[n:]:
                try:
                    delattr(o, name)
                except AttributeError:
                    pass
            if n % 2:
                o.__dict__.pop("a", None)
        objects[random.randrange(4)] = A()

    def read():
        for n, o in enumerate(objects):
            for i in range(10):
                try:
                    assert o.a[0] == "a"
                    assert o.d[0] == "d"
                    assert o.b[0] == "b"
                except AttributeError:
                    pass
                try:
                    assert o.c[0] == "c"
                except AttributeError:
                    pass
        for name, v in vars(objects[0]).copy().items():
            assert v[0] == name
    return change, change, read, read


G = 0


@case
def global_names():
    def write():
        global G
        for v in VALUES:
            G = v

    def names():
        g = globals()
        for i in range(10):
            g[f"name{i}"] = i
        for i in range(10):
            g.pop(f"name{i}", None)

    def read():
        global G
        for i in range(100):
            v = G
            assert v == 0 and type(v) is int or known(v), v
    return write, names, read, read


@case
def cells():
    x = 1

    def write():
        nonlocal x
        for v in VALUES:
            x = v

    def read():
        for i in range(100):
            v = x
            assert known(v), v
    return write, write, read, read


@case
def thread_locals():
    local = threading.local()

    def use():
        me = threading.get_ident()
        for i in range(20):
            local.x = (me, i)
            assert local.x == (me, i)
        del local.x
    return use, use, use


main()
