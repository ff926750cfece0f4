# dataclasses
import builtins, re; builtins.print = lambda *a, _p=print, **k: _p(*[re.sub(r"0x[0-9a-f]+", "0x", str(x)) for x in a], **k)  # no addresses
import dataclasses as dc, sys, typing
from dataclasses import dataclass, field, KW_ONLY, InitVar
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list, repr=False, compare=False)
    c: typing.ClassVar[int] = 5
    iv: InitVar[int] = 3
    def __post_init__(self, iv): self.iv2 = iv * 2
p = P(1, 2, iv=10); print(p, p.iv2, P(1) == P(1), P(1) != P(2), P.__match_args__); t(P); t(P, 1, 2, 3, 4, 5); t(P, q=1); t(hash, p); t(lambda: P(1) < P(2)); print(P.__doc__)
@dataclass(frozen=True, order=True, slots=True)
class F:
    a: int
    b: str = "b"
f = F(1); print(f, hash(f) == hash(F(1)), F(1) < F(2), sorted([F(2), F(1, "a"), F(1)]), F.__slots__); t(setattr, f, "a", 5); t(delattr, f, "a"); t(setattr, f, "q", 5); t(lambda: f < 5); print(dc.replace(f, b="c")); t(dc.replace, f, zz=1); print(dc.asdict(f), dc.astuple(f))
def mk(src):
    try: exec(src, {**globals()}); print("ok")
    except Exception as e: print(type(e).__name__, e)
mk("@dataclass\nclass A:\n x: int = 1\n y: int")
mk("@dataclass\nclass A:\n x: list = []")
mk("@dataclass\nclass A:\n x: dict = field(default={})")
mk("@dataclass\nclass A:\n x: int = field(default=1, default_factory=int)")
mk("@dataclass(order=True, eq=False)\nclass A:\n x: int")
mk("@dataclass(frozen=True)\nclass A(P):\n q: int = 1")
mk("@dataclass\nclass A(F):\n q: int = 1")
mk("@dataclass(order=True)\nclass A:\n x: int\n def __lt__(self, o): pass")
mk("@dataclass(unsafe_hash=True)\nclass A:\n x: int\n def __hash__(self): return 1")
mk("@dataclass\nclass A:\n x = field()")
mk("@dataclass(slots=True)\nclass A:\n __slots__=()\n x: int")
mk("@dataclass(weakref_slot=True)\nclass A:\n x: int")
mk("@dataclass\nclass A:\n x: int\n _: KW_ONLY\n y: int\n _2: KW_ONLY\n z: int")
mk("@dataclass\nclass A:\n x: typing.ClassVar[int] = field(default_factory=int)")
mk("@dataclass\nclass A:\n x: InitVar[int] = field(default_factory=int)")
mk("@dataclass(frozen=True)\nclass A:\n x: int\n def __setattr__(self, n, v): pass")
mk("dataclass(5)"); mk("dc.fields(5)"); mk("dc.asdict(P)"); mk("dc.replace(P, x=1)"); mk("dc.is_dataclass(5) and 1"); mk("field(1)"); mk("dc.make_dataclass('X', ['a', 'a'])"); mk("dc.make_dataclass('X', ['1a'])"); mk("dc.make_dataclass('X', ['class'])"); mk("dc.make_dataclass('X', [(1,2,3,4)])"); mk("dc.field(kw_only=True, init=False)"); mk("@dataclass\nclass A:\n x: int = field(init=False, kw_only=True)")
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int
t(K, 1, 2); print(K(1, b=2), K.__match_args__); t(K, 1)
X = dc.make_dataclass("X", [("a", int), "b", ("c", str, field(default="q"))], bases=(P,), namespace={"m": lambda s: s.a}, order=False) if 0 else dc.make_dataclass("X", [("a", int), "b", ("c", str, field(default="q"))], namespace={"m": lambda s: s.a}); print(X(1, 2), X(1, 2).m(), X.__annotations__, X.__module__)
for fl in dc.fields(P): print(fl.name, fl.type, fl.default is dc.MISSING, fl.init, fl.repr, fl.hash, fl.kw_only, dict(fl.metadata))
print(dc.fields(P)[0])
print(repr(dc.MISSING), dc.InitVar[int], dc.InitVar, dc.FrozenInstanceError.__mro__[1], P.__dataclass_params__)
@dataclass
class Node:
    v: int
    kids: list["Node"] = field(default_factory=list)
    parent: "Node|None" = field(default=None, repr=False)
    meta: dict = field(default_factory=dict)
n = Node(1, [Node(2), Node(3, [Node(4)])], meta={"k": Node(9)}); print(n); print(dc.asdict(n)); print(dc.asdict(n, dict_factory=lambda kv: [k for k, _ in kv])); print(dc.astuple(n)); n.kids.append(n); print(n)
t(dc.asdict, n) if 0 else None
@dataclass(repr=False, eq=False, init=False)
class Bare: x: int = 4
print(Bare().x, Bare() == Bare()); t(Bare, 3)
@dataclass
class Base1: a: int; b: int = 2
@dataclass
class Der(Base1): a: str = "over"; c: int = 3
print(Der(), [f.name for f in dc.fields(Der)], Der(1, 2, 3))
@dataclass(match_args=False)
class NM: x: int
try:
    match NM(1):
        case NM(1): print("m")
except TypeError as e: print(e)
match p:
    case P(1, y=yy): print("matched", yy)
@dataclass(slots=True)
class SS:
    x: int
    y: int = field(default=3)
    def m(self): return __class__
s = SS(1); print(s, s.m() is SS); t(setattr, s, "zz", 1); import pickle, copy; print(pickle.loads(pickle.dumps(s)), copy.deepcopy(s), copy.replace(s, y=7), hasattr(s, "__dict__"))
@dataclass(slots=True, weakref_slot=True, frozen=True)
class WS: x: int
import weakref; w = WS(1); print(weakref.ref(w)() is w, WS.__slots__, pickle.loads(pickle.dumps(w)))
class Desc:
    def __get__(self, o, c): return 7 if o is None else o._v
    def __set__(self, o, v): o._v = v + 1
@dataclass
class WD: v: int = Desc()
print(WD(), WD(3), WD().v)
import inspect; print(inspect.signature(P), inspect.signature(K), inspect.signature(F), P.__init__.__annotations__, P.__init__.__qualname__, P.__repr__.__qualname__)
@dataclass(eq=True, frozen=False, unsafe_hash=True)
class UH: a: int; b: list = field(default_factory=list, hash=False)
print(hash(UH(1)) == hash((1,)))
@dataclass
class Gen[T]:
    item: T
print(Gen[int](3), Gen.__type_params__, Gen[int].__origin__)
