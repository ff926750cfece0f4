class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError(f"{self.name} wants {self.kind.__name__}, got {type(v).__name__}")
        obj.__dict__[self.name] = v

    def __delete__(self, obj):
        try:
            del obj.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name) from None


class Person:
    name = Typed(str, "?")
    age = Typed(int, 0)


p = Person()
print(p.name, p.age, type(Person.name).__name__)
p.name, p.age = "Ann", 30
print(vars(p))
for code in ("p.age = 'x'", "del p.age", "del p.age", "p.name = 1"):
    try:
        exec(code)
        print(code, vars(p))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class NonData:
    def __get__(self, o, c):
        return "from descriptor"


class SetOnly:
    def __set__(self, o, v):
        print("set", v)


class Raises:
    def __get__(self, o, c):
        raise AttributeError("inside get")


class Host:
    n = NonData()
    s = SetOnly()
    r = Raises()

    def __getattr__(self, k):
        return f"getattr {k}"


h = Host()
print(h.n, Host.n)
h.n = "instance wins"
print(h.n)
del h.n
print(h.n, type(h.s).__name__)
h.s = 5
h.__dict__["s"] = "in dict"
print(h.s, h.r)
try:
    Host.r
except AttributeError as e:
    print(e)
try:
    del h.s
except AttributeError as e:
    print(e)


class Meth:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls=None):
        return self if obj is None else (lambda *a: ("called with", self.f(obj, *a)))


class Uses:
    @Meth
    def double(self, x):
        return x * 2

    m = len
    t = property(lambda self: "prop")


print(Uses().double(4), type(Uses.double).__name__, Uses().m([1, 2]))
f = lambda self, x: (self, x)
print(f.__get__(1)(2), f.__get__(None, int)(1, 2), len.__get__ if hasattr(len, "__get__") else "builtins are not descriptors")
try:
    f.__get__(None, None)
except TypeError as e:
    print(e)
print(str.upper.__get__("abc")(), int.__add__.__get__(3)(4), type(str.upper).__name__, type("".upper).__name__, type(int.__add__).__name__, type((1).__add__).__name__, type(dict.fromkeys).__name__, type(dict.__dict__["fromkeys"]).__name__, type(type.__dict__["__mro__"]).__name__, type(int.__dict__["real"]).__name__)
for code in ("str.upper(1)", "int.__add__('a', 1)", "str.upper.__get__(1)", "dict.__dict__['fromkeys'].__get__(None, int)", "int.real.__set__(1, 2)", "int.__dict__['real'].__get__('a')", "str.join()", "list.append([])", "type.__dict__['__mro__'].__get__(1)"):
    try:
        print(eval(code))
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__, e)
print(str.upper.__objclass__, str.upper.__name__, str.upper.__qualname__, "".upper.__qualname__, len.__self__.__name__, repr(str.upper), repr(int.__add__), repr(int.real))
