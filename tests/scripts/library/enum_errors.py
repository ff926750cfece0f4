# enum
import enum
from enum import *
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class C(Enum):
    """colors"""
    RED = 1
    GREEN = auto()
    BLUE = "b"
    ALIAS = 1
    _ignore_ = "tmp"
    tmp = 5
    def m(self): return self.name.lower()
    @property
    def pr(self): return "pr"
    @classmethod
    def d(cls): return cls.RED
print(list(C), C.RED, repr(C.GREEN), C["BLUE"], C("b"), C.ALIAS is C.RED, C.__members__, C.RED.m(), C.RED.pr, C.d(), len(C), C.RED in C, 1 in C, 9 in C, hash(C.RED) == hash("RED")); t(C, 9); t(lambda: C["X"]); t(lambda: C.X); t(setattr, C, "RED", 2); t(delattr, C, "RED"); t(setattr, C.RED, "value", 2); t(setattr, C.RED, "name", 2); t(lambda: C.RED < C.GREEN); t(C); t(lambda: C.RED.RED)
print(C.RED.GREEN if 0 else "", f"{C.RED} {C.RED!r:>20} {C.RED:>12}", dir(C.RED), C.__doc__, C.RED.__class__, C.RED.name, C.RED.value, C.RED._value_, bool(C.RED))
def mk(src):
    try: exec(src, {**globals()}); print("ok")
    except Exception as e: print(type(e).__name__, e)
mk("class X(C): pass"); mk("class X(Enum):\n A=1\n A=2"); mk("@unique\nclass X(Enum):\n A=1\n B=1\n D=1"); mk("class X(Enum):\n mro=1"); mk("class X(Enum):\n _x_=1"); mk("class X(Enum):\n _generate_next_value_ = 1"); mk("class X(IntEnum):\n A='x'"); mk("class X(Enum):\n A=1\n def A(self): pass"); mk("class X(Flag):\n A='x'"); mk("Enum('X', 5)"); mk("Enum('X', 'a b', start='x')"); mk("class X(StrEnum):\n A=1"); mk("class X(StrEnum):\n A='a','b','c','d'"); mk("@verify(CONTINUOUS)\nclass X(Enum):\n A=1\n B=5"); mk("@verify(UNIQUE)\nclass X(Enum):\n A=1\n B=1"); mk("@verify(NAMED_FLAGS)\nclass X(Flag):\n A=1\n B=6"); mk("class X(Enum):\n _order_='B A'\n A=1\n B=2"); mk("class X(Enum):\n A=1\n _missing_=classmethod(lambda c,v: 5)\nX(4)"); mk("class X(Enum):\n A=1\n @classmethod\n def _missing_(c,v): raise KeyError(v)\nX(4)"); mk("class X(Flag, boundary=STRICT):\n A=1\nX(8)"); mk("class X(Enum):\n __x=1\nprint(list(X))"); mk("class X(Enum):\n A: int = 1\n B = member(print)\n C = nonmember(5)\n D = len\nprint(list(X), X.C)")
class Pl(Enum):
    M = (1, 2.0); E = (3, 4.0)
    def __init__(self, a, b): self.a, self.b = a, b
    @property
    def tot(self): return self.a + self.b
print(Pl.M.tot, Pl((3, 4.0)), Pl.E)
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(n, s, c, l): return (n, s, c, list(l))
    A = auto(); B = auto()
print([x.value for x in Auto])
class S(StrEnum): AB = auto(); CD = "x"
print(S.AB, repr(S.AB), S.AB == "ab", S.CD + "y", f"{S.AB:>5}", "%s" % S.CD)
class I(IntEnum): A = 1; B = 2
print(I.A + 1, I.A < I.B, repr(I.A), str(I.A), f"{I.A}", [10, 20, 30][I.B], I.A == 1, isinstance(I.A, int), I(2), int(I.A), I.A | 4, "%d %s" % (I.A, I.A))
class F(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, F.RW, repr(F.R | F.W | F.X), ~F.R, F.R & F.W, bool(F(0)), F(0), list(F.RW | F.X), F.R in F.RW, len(F.RW), F(5), F.R ^ F.RW, list(F), F["RW"], (F.R | F.X).name, (F.R | F.X).value, -1 in F if 0 else ""); t(F, 8); t(lambda: F.R | 1); t(lambda: 1 in F.RW); t(F, -1); t(F, "x")
class IF(IntFlag): A = 1; B = 2; D = 8
print(IF.A | 4, repr(IF(4)), IF(5), ~IF.A, IF.A | IF.B, IF.A + 1, IF(255), IF(-1), IF.A & 3, repr(IF.A | 16), str(IF.A), f"{IF.A|IF.B}")
class K(Flag, boundary=KEEP): A = 1
class CF(Flag, boundary=CONFORM): A = 1; B = 2
class EJ(Flag, boundary=EJECT): A = 1
print(K(9), CF(13), EJ(9), K.__boundary__ if hasattr(K, "__boundary__") else K._boundary_)
A = Enum("A", "x y z"); print(list(A), A.__module__); B = Enum("B", {"p": 5, "q": "r"}, type=None); print(list(B)); D = IntEnum("D", ["a", "b"], start=5, module="mm", qualname="Q.D"); print(list(D), D.__module__, D.__qualname__, repr(D))
import pickle, copy; print(pickle.loads(pickle.dumps(C.RED)) is C.RED, copy.deepcopy(F.RW | F.X), pickle.loads(pickle.dumps(F.R | F.X)))
@global_enum
class G(Enum): GA = 1; GB = 2
print(GA, repr(GB))
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if isinstance(v, str) else None
print(Miss("q")); t(Miss, 5)
class Ord(Enum):
    def __lt__(s, o): return s.value < o.value if s.__class__ is o.__class__ else NotImplemented
    L = 1; H = 2
print(sorted([Ord.H, Ord.L]), max(Ord)); t(lambda: Ord.L < 5)
class Base(Enum):
    def hello(self): return "hello " + self.name
class Sub(Base): Q = 1
print(Sub.Q.hello())
class Mixed(float, Enum): PI = 3.14; E = 2.7
print(Mixed.PI * 2, repr(Mixed.PI), str(Mixed.E), f"{Mixed.PI:.1f}", Mixed.PI)
class DT(bytes, Enum):
    def __new__(cls, v, lab): o = bytes.__new__(cls, [v]); o._value_ = v; o.lab = lab; return o
    A = (65, "la"); B = (66, "lb")
print(DT.A, DT(65).lab, bytes(DT.B), repr(DT.A))
import json; print(json.dumps({"a": I.A, "s": S.AB, "m": Mixed.PI})); t(json.dumps, C.RED)
print(enum.show_flag_values(7), enum.bin(-5), enum.bin(10)); print(C.__class__, EnumType, type(C.__members__), reversed(C).__next__(), C.RED.__objclass__ if hasattr(C.RED, "__objclass__") else "-", C.__init__ is object.__init__)
from types import DynamicClassAttribute
class W(Enum):
    A = 1
    @enum.property
    def value(self): return "overridden"
print(W.A.value)
class Al(Enum):
    A = 1
    B = 2
    _add = 5
    def f(self):
        match self:
            case Al.A: return "a"
            case Al.B: return "b"
print(Al.A.f(), Al.B.f())
class Alias13(Enum):
    A = 1
    pass
