class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def celsius(self):
        """In degrees C."""
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273.15:
            raise ValueError(f"{v} is too cold")
        self._c = v

    @celsius.deleter
    def celsius(self):
        print("deleted")
        self._c = None

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    no_get = property(None, lambda self, v: print("set", v), doc="write only")
    broken = property(lambda self: self.missing)


t = Temp(25)
print(t.celsius, t.fahrenheit)
t.celsius = 30
print(t.celsius, Temp.celsius.__doc__, Temp.no_get.__doc__)
for code in ("t.celsius = -300", "t.fahrenheit = 5", "t.no_get", "t.no_get = 4", "del t.celsius", "del t.fahrenheit", "t.broken", "Temp.celsius = 5", "t.celsius", "property(1, 2, 3, 4, 5)", "property().__get__(1)", "Temp.fahrenheit.fget(t)"):
    try:
        try:
            print(code, "->", eval(code))
        except SyntaxError:
            exec(code)
            print(code, "ok")
    except (AttributeError, ValueError, TypeError) as e:
        print(code, type(e).__name__, e)
p = Temp.fahrenheit
print(p.fget.__name__, p.fset, p.fdel, p.__name__, type(p.getter(None)).__name__, p.setter(len).fset is len, p.deleter(len).fdel is len)


class Base:
    @property
    def v(self):
        return "base"


class Child(Base):
    @Base.v.setter
    def v(self, x):
        print("child set", x)

    @property
    def w(self):
        return super().v


c = Child()
c.v = 1
print(c.v, c.w)
try:
    Base().v = 1
except AttributeError as e:
    print(e)


class Sub(property):
    """Subclass docs."""


class H:
    @Sub
    def a(self):
        "Getter docs."
        return 1


print(H().a, H.a.__doc__, isinstance(H.a, property))
try:
    Temp.fahrenheit.fget = 1
except AttributeError as e:
    print(e)
import functools


class Lazy:
    calls = 0

    @functools.cached_property
    def data(self):
        Lazy.calls += 1
        return [1]


z = Lazy()
print(z.data is z.data, Lazy.calls, vars(z), type(Lazy.data).__name__)
del z.data
z.data
print(Lazy.calls)
z.data = 5
print(z.data)
