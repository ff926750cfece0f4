class K:
    count = 0

    @classmethod
    def make(cls, *a, **k):
        cls.count += 1
        return cls.__name__, a, k

    @staticmethod
    def stat(*a):
        return a

    def inst(self):
        return self

    @classmethod
    def __class_getitem__(cls, k):
        return f"{cls.__name__}[{k}]"


class L(K):
    pass


k = K()
print(K.make(1, x=2), k.make(), L.make(), L().make(3), K.count, L.count)
print(K.stat(1), k.stat(), L.stat(2, 3), K[int], L[1, 2])
print(type(K.__dict__["make"]).__name__, type(K.__dict__["stat"]).__name__, K.make.__self__, k.make.__self__ is K, K.make.__func__.__name__)
print(k.inst.__self__ is k, K.inst(5), k.inst.__func__ is K.inst, k.inst == k.inst, k.inst is k.inst, k.inst != K().inst, hash(k.inst) == hash(k.inst))
for code in ("K.inst()", "k.inst(1)", "k.stat(x=1)", "K.make.zz", "k.inst.zz", "classmethod()", "staticmethod(1, 2)", "classmethod(5).__get__(1, int)", "staticmethod(5).__get__(1)", "classmethod(5)()", "staticmethod(5)()", "staticmethod(len)('abc')", "k[0]", "K.make.__self__ = 1", "K.make.attr", "K.__class_getitem__(3)"):
    try:
        print(code, "->", eval(code) if "=" not in code.replace("x=1", "") else exec(code))
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__, e)


def doc():
    "Docs of doc."


s, c = staticmethod(doc), classmethod(doc)
print(s.__doc__, c.__name__, s.__wrapped__ is doc, s.__func__ is doc, c.__qualname__, s.__module__, repr(s)[:22])
s.extra = 1
print(s.__dict__["extra"], sorted(s.__dict__))


class Bound:
    def __get__(self, obj, cls=None):
        return ("got", obj is None, cls.__name__)


class M:
    b = Bound()
    c = classmethod(Bound())
    s = staticmethod(Bound())


print(M.b, M().b, type(M.c).__name__, type(M.s).__name__)
import types
m = types.MethodType(lambda self, x: (self, x), "me")
print(m(1), m.__self__, types.MethodType(len, "four")())
for a in ((1, 2), (len,), (len, None), ()):
    try:
        print(types.MethodType(*a))
    except TypeError as e:
        print(e)
K.late = lambda self: "late"
print(k.late(), L().late())
k.own = lambda: "own"
print(k.own(), [f() for f in (k.inst, k.stat)][1])
