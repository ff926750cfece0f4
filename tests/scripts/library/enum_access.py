"""Members, values, look-up and errors of enums."""
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class C(Enum):
    RED = 1
    GREEN = 2
    ROUGE = 1


class I(IntEnum):
    A = 1
    B = 5


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class S(StrEnum):
    ONE = auto()
    TWO = 'second'


def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
str(S.TWO)
C.__members__
[m.value for m in P]
str(C.RED)
C.RED.RED
P.R ^ P.RW
P(0)
C.__name__
P['R']
C.RED.name
repr(I.A)
'RED' in C
I.A | I.B
Enum('D', 'a b c')
len(C)
I.A < I.B
P.R in P.RW
str(I.A)
S('one')
I.A == 1
bool(P(0))
list(Enum('D', ['x', 'y'], start=5))
Enum('E', {'p': 1, 'q': 1}).q
dir(C)[:2]
I.A + 1
C.RED.__objclass__ if 0 else 1
sorted(I, reverse=True)
C.RED == 1
C.RED.value
C.RED in C
S.TWO.upper()
I(5.0)
C.RED is C(1)
C.RED.__class__
5 in C
C.RED.__reduce_ex__(2)[1]
C.mro()[1]
len(P.RW)
P.R | P.X
isinstance(I.A, int)
list(P.RW)
list(C)
IntFlag('F', 'a b')['a'] | 8
P.RW
1 in C
~P.R
hash(C.RED) == hash('RED')
C['NOPE']
P(8)
C('RED')
C(3)
S('zz')
C.RED.nope
C.RED < C.GREEN
C.NOPE
C(None)
P.R | 1
""")
