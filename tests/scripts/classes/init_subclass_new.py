class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__] = cls
        print("registered", cls.__name__, key)


class One(Plugin, key="first"):
    pass


class Two(Plugin):
    pass


print(sorted(Plugin.registry))
try:
    class Three(Plugin, nope=1):
        pass
except TypeError as e:
    print(e)
try:
    class Four(nope=1):
        pass
except TypeError as e:
    print(e)
try:
    object.__init_subclass__(1)
except TypeError as e:
    print(e)


class Single:
    inst = None

    def __new__(cls, *a):
        if cls.inst is None:
            cls.inst = super().__new__(cls)
        print("new", a)
        return cls.inst

    def __init__(self, *a):
        print("init", a)


print(Single(1) is Single(2))


class Other:
    def __new__(cls, v):
        return v

    def __init__(self, v):
        print("never printed for other types")


print(Other(5), Other("x"))


class Celsius(float):
    def __new__(cls, v, unit="C"):
        self = super().__new__(cls, v)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{float(self)}{self.unit}"


c = Celsius(21.5, unit="K")
print(c, c + 1, type(c + 1).__name__, c.unit, vars(c))


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    x = property(lambda s: s[0])
    y = property(lambda s: s[1])


p = Point(1, 2)
print(p, p.x + p.y, p == (1, 2), hash(p) == hash((1, 2)))
try:
    Point(1)
except TypeError as e:
    print(e)


class A:
    def __init__(self):
        return 5


try:
    A()
except TypeError as e:
    print(e)


class B:
    def __new__(cls):
        return object.__new__(cls, 1)


for k in (B,):
    try:
        k()
    except TypeError as e:
        print(e)


class C:
    def __init__(self, x):
        self.x = x


for a in ((), (1, 2), (1,)):
    try:
        print(vars(C(*a)))
    except TypeError as e:
        print(e)


class D(C):
    def __new__(cls, *a, **k):
        print(a, k)
        return super().__new__(cls)


print(D(x=3).x)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class Owner:
    a = b = Named()
    c = Named()


Owner.late = Named()
try:
    class Bad:
        def __set_name__(self, o, n):
            raise ValueError("bad name")

    class Uses:
        z = Bad()
except ValueError as e:
    print(e, e.__notes__)
print(type("Dyn", (Plugin,), {"v": 1}, key="dyn").v, "dyn" in Plugin.registry)
