class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw)
        ns["added"] = name.lower()
        return super().__new__(m, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)

    def __call__(cls, *a, **k):
        print("call", cls.__name__, a)
        return super().__call__(*a, **k)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("abc")

    def __contains__(cls, x):
        return x == 1

    def __getitem__(cls, k):
        return (cls.__name__, k)

    def __add__(cls, o):
        return "added classes"

    def __instancecheck__(cls, x):
        return x == "magic" or super().__instancecheck__(x)

    def __subclasscheck__(cls, c):
        return c is int

    def __repr__(cls):
        return f"<meta {cls.__name__}>"

    def __bool__(cls):
        return False

    @property
    def prop(cls):
        return "meta property"

    def helper(cls):
        return "helper " + cls.__name__


class A(metaclass=Meta, flag=1):
    def __init__(self, x=0):
        self.x = x


class B(A):
    pass


a = A(5)
print(a.x, A.added, B.added, len(A), list(A), 1 in A, 2 in A, A[3], A + B, isinstance("magic", A), isinstance(a, A), issubclass(int, A), issubclass(B, A), A, bool(A))
print(A.prop, B.helper(), type(A).__name__, type(B) is Meta, hasattr(a, "prop"), hasattr(a, "helper"))
try:
    a.helper()
except AttributeError as e:
    print(e)


class Other(type):
    pass


class C(metaclass=Other):
    pass


try:
    class D(A, C):
        pass
except TypeError as e:
    print(e)


class Final(type):
    def __new__(m, name, bases, ns):
        for b in bases:
            if isinstance(b, Final):
                raise TypeError(f"type '{b.__name__}' is final")
        return super().__new__(m, name, bases, ns)


class F(metaclass=Final):
    pass


try:
    class G(F):
        pass
except TypeError as e:
    print(e)


def func_meta(name, bases, ns, **kw):
    print("function metaclass", name, bases, sorted(k for k in ns if not k.startswith("__")), kw)
    return "not even a class"


class H(metaclass=func_meta, option=True):
    attr = 1


print(H)
for args in (("X",), ("X", ()), (1, (), {}), ("X", [], {}), ("X", (), []), ("X", (1,), {}), ("X", (), {}, 1)):
    try:
        print(type(*args))
    except TypeError as e:
        print(e)


class Enumish(type):
    def __prepare__(name, bases):
        class Auto(dict):
            def __missing__(self, k):
                if k.startswith("__"):
                    raise KeyError(k)
                self[k] = v = len([x for x in self if not x.startswith("__")])
                return v
        return Auto()


class Colours(metaclass=Enumish):
    RED
    GREEN
    BLUE


print(Colours.RED, Colours.GREEN, Colours.BLUE)


class BadPrepare(type):
    @classmethod
    def __prepare__(m, n, b):
        return 5


try:
    class I(metaclass=BadPrepare):
        pass
except TypeError as e:
    print(e)
