class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


class E(C, B):
    pass


def names(k):
    return [c.__name__ for c in k.__mro__]


print(D().who(), E().who(), names(D), names(E))
for bases in ((A, B), (B, A), (D, E), (object, A), (A, A), (int, str), (bool,), (type(None),), (B, C, A), (C, B, object)):
    try:
        print(names(type("X", bases, {})))
    except TypeError as e:
        print(str(e).replace("\n", " "))
print(D.__bases__, D.__base__, issubclass(D, A), issubclass(A, D), isinstance(D(), (int, C)), A.__subclasses__())
E.__bases__ = (C,)
print(names(E), E().who(), A.__subclasses__())
for bad in ((), (E,), A, ("x",)):
    try:
        E.__bases__ = bad
        print("set", bad)
    except TypeError as e:
        print(e)
super_c = super(B, D())
print(super_c.who(), super(C, D()).who(), super(B, D).who(D()))
for args in ((1,), (A, 1), (A, int), (D, A()), ("A", A())):
    try:
        print(super(*args).who)
    except (TypeError, AttributeError) as e:
        print(e)


def free():
    return super()


try:
    free()
except RuntimeError as e:
    print(e)


class NoArgs:
    def m():
        return super()

    @staticmethod
    def s(x):
        return super().__repr__


for f in (NoArgs.m, lambda: NoArgs.s(1)):
    try:
        f()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
print(D.mro() == list(D.__mro__), type(D).__mro__, D.__qualname__, D.__dict__.get("who").__qualname__)
