x = 0


class A:
    x = 1
    y = x + 1
    lst = [i for i in range(y)]
    pairs = [(i, j) for i in range(2) for j in "ab"]
    try:
        bad = [x + y for _ in range(1)]
    except NameError as e:
        err = str(e)

    def method(self):
        return x

    def __repr__(self):
        return __class__.__name__

    if True:
        cond = "yes"
    for loop in range(3):
        pass
    del pairs


print(A.y, A.lst, getattr(A, "bad", None), getattr(A, "err", None), A().method(), repr(A()), A.loop, hasattr(A, "pairs"))


class Private:
    __secret = 5
    __dunder__ = 6
    _Private__mangled = 7

    def get(self):
        return self.__secret, __class__.__dunder__

    def set(self, v):
        self.__value = v
        __local = 1
        return locals().keys() - {"self", "v"}

    def call(self, **kw):
        return kw

    def test(self):
        return self.call(__k=1)


p = Private()
print(p.get(), p.set(3), vars(p), p.test())
print(sorted(n for n in vars(Private) if "Private" in n))
try:
    p.__secret
except AttributeError as e:
    print(e)


class ___Odd:
    __a = 1


print([n for n in vars(___Odd) if n.endswith("a")])


def function_with_class():
    v = "enclosing"

    class B:
        w = v
        v = "shadow"
        z = v

        def m(self):
            return v
    return B.w, B.z, B().m()


try:
    print(function_with_class())
except NameError as e:
    print(type(e).__name__, e)


def free_in_class():
    v = "free"

    class D:
        w = v

        class E:
            u = v

        def m(self):
            return v
    return D.w, D.E.u, D().m()


print(free_in_class())


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}


class WithPrepare(metaclass=Meta):
    print("body sees", injected, __qualname__, __module__)
    value = injected + 1


print(WithPrepare.value, WithPrepare.injected)


class Doc:
    """The docs."""
    __slots__ = ()


print(Doc.__doc__, Doc.__module__, Doc.__firstlineno__ > 0, Doc.__static_attributes__)
