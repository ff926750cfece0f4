import sys as _s, re as _r; _s.stdout = type("Out", (), {"write": lambda self, s: _s.__stdout__.write(_r.sub(r"""(file |WARNING |['"])/(?:[^'"/]*/)+(?=\w+\.py)""", r"\1", s)), "flush": lambda self: None, "isatty": lambda self: False, "encoding": "utf-8", "fileno": lambda self: 1, "__repr__": lambda self: "<out>"})()
import builtins as _b, re as _r; print = lambda *a, **k: _b.print(*[_r.sub(r"0x[0-9a-f]+|id=.\d+.", "ID", str(x)) for x in a], **k)
import pickle, pickletools, io, copy, copyreg, sys, collections, datetime, decimal, fractions, enum, functools, operator, types, array, uuid, re, ipaddress, pathlib
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is type(self) and o.__dict__ == self.__dict__
    def __repr__(self): return f"P({self.__dict__})"
class Sl: 
    __slots__ = ("a", "b")
class SlD(Sl): pass
class GS:
    def __getstate__(self): return (1, 2)
    def __setstate__(self, s): self.s = s
class GN(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)
class GX:
    def __new__(cls, *, k): o = object.__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {"k": self.k}
class R:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (R, (self.v,), {"extra": 1}, iter([]), iter([]))
class RL(list):
    def __reduce__(self): return (RL, (), None, iter([1, 2, 3]))
class RD(dict):
    def __reduce_ex__(self, p): return (RD, (), None, None, iter([("k", p)]))
class RS:
    def __reduce__(self): return "GLOBALOBJ"
GLOBALOBJ = RS()
class RSet:
    def __reduce__(self): return (P, (1,), {"q": 2}, None, None, setst)
def setst(o, s): o.custom = s
class L(list): pass
class D(dict): pass
class S(set): pass
class I(int): pass
class St(str): pass
NT = collections.namedtuple("NT", "a b")
class Outer:
    class Inner:
        def m(self): return 1
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
class Ok(Exception): pass
l = L([1]); l.attr = 5; d = D(a=1); d.z = 2; st = St("s"); st.q = 1; sl = SlD(); sl.a = 1; sl.dyn = 2; rec = []; rec.append(rec); rd = {}; rd["me"] = rd; rp = P(1); rp.self = None; rt = ([],); rt[0].append(rt)
objs = [None, True, 1, -1, 255, 65536, 2**31, -2**63, 2**100, 10**700, 1.5, float("inf"), 1+2j, "", "ü€\U0001f600", "\udc80", "x" * 300, b"", b"\xff" * 300, bytearray(b"ab"), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2]], {}, {"a": {"b": 1}}, set(), {1}, frozenset([1]), P(1), l, d, S([1]), I(5), st, NT(1, 2), GS, GN(1, 2), R(3), RL(), RD(), GLOBALOBJ, RSet(), len, print, Outer.Inner, Outer.Inner.m, [].append, "x".upper, int.__add__, collections.OrderedDict(a=1), collections.Counter("aab"), collections.defaultdict(list, a=[1]), collections.deque([1, 2], 5), datetime.datetime(2020, 1, 2, 3, tzinfo=datetime.timezone.utc), decimal.Decimal("1.50"), fractions.Fraction(1, 3), Ok("a", 1), OSError(2, "x", "f"), KeyError("k"), range(1, 10, 2), slice(1, 2), ..., NotImplemented, type(None), array.array("i", [1, 2]), uuid.UUID(int=5), re.compile("a+", re.I), ipaddress.ip_address("1.2.3.4"), pathlib.PurePosixPath("/a/b"), functools.partial(int, base=2), operator.itemgetter(1), types.SimpleNamespace(a=1), iter([1, 2]), enumerate("ab"), zip([1]), map(str, [1]), reversed([1, 2]), sys.float_info if 0 else 0, ExceptionGroup("g", [ValueError(1)]), UnicodeDecodeError("u", b"x", 0, 1, "r"), type, object(), Ellipsis, memoryview]
import hashlib
for o in objs:
    out = []
    for p in range(6):
        try: b = pickle.dumps(o, p); b2 = pickle._dumps(o, p) ; q = pickle.loads(b); q2 = pickle._loads(b); out.append((b == b2, repr(q) == repr(o) or (repr(q)[:40] if " at 0x" not in repr(q) else "obj")))
        except Exception as e: out.append(f"{type(e).__name__}: {e}")
    r = repr(o)[:30]; print(r if " at 0x" not in r else type(o).__name__, out[0], out[2], out[4], out[5])
for o in (rec, rd, rt): print([pickle.loads(pickle.dumps(o, p)) for p in (0, 2, 5)])
for bad in (lambda: 0, (x for x in []), open(__file__), sys, Sl(), E(1, 2), sys._getframe(), type("Loc", (), {})(), object().__str__ if 0 else iter({}), P.__dict__, (lambda: (yield))(), memoryview(b"a"), property(), staticmethod(len), types.CodeType, super(P, rp), __import__("threading").Lock(), __import__("weakref").ref(rp), P.__init__.__code__, [1, {2: lambda: 0}], P(lambda: 1), classmethod(P), types.MappingProxyType({})):
    for p in (0, 1, 4):
        try: b = pickle.dumps(bad, p); pickle.loads(b); print("ok", type(bad))
        except Exception as e: print(p, type(e).__name__, __import__("re").sub("0x[0-9a-f]+", "0x", str(e)), getattr(e, "__notes__", ""))
class PP(pickle.Pickler):
    def persistent_id(self, o): return ("pid", o.x) if isinstance(o, P) else None
    def reducer_override(self, o): return (str, ("overridden",)) if isinstance(o, GX) else NotImplemented
    dispatch_table = copyreg.dispatch_table.copy()
PP.dispatch_table[complex] = lambda c: (complex, (9, 9))
class UU(pickle.Unpickler):
    def persistent_load(self, pid): return f"loaded {pid}"
    def find_class(self, m, n):
        if n == "system": raise pickle.UnpicklingError(f"forbidden {m}.{n}")
        return super().find_class(m, n)
f = io.BytesIO(); pk = PP(f, 4); pk.dump([P(1), GX(k=1), 1j]); print(UU(io.BytesIO(f.getvalue())).load()); t(pickle.loads, f.getvalue()); t(UU(io.BytesIO(b"cos\nsystem\n(S'x'\ntR.")).load)
big = bytearray(b"x" * 10); bufs = []; b = pickle.dumps([pickle.PickleBuffer(big), pickle.PickleBuffer(b"ro")], 5, buffer_callback=bufs.append); print(len(bufs), pickle.loads(b, buffers=bufs), pickle.loads(b, buffers=bufs)[0] is big); t(pickle.loads, b); t(pickle.loads, b, buffers=bufs[:1]); t(pickle.dumps, pickle.PickleBuffer(b""), 4); t(pickle.dumps, 1, 4, buffer_callback=len); print(pickle.loads(pickle.dumps(pickle.PickleBuffer(big), 5, buffer_callback=lambda b: True)), pickle.PickleBuffer(big).raw()); t(pickle.PickleBuffer, "x"); pb = pickle.PickleBuffer(b""); pb.release(); t(pb.raw)
for s in (b"", b".", b"N", b"X\x05\0\0\0ab", b"\x80\x09.", b"cnope\nx\n.", b"c__main__\nnope\n.", b"(", b"0.", b"a.", b"R.", b"I5\n.", b"Ix\n.", b"L5L\n.", b"F1.5\n.", b"Fx\n.", b"S'abc'\n.", b"Sabc\n.", b"V\\u00e9\n.", b"g0\n.", b"h\x05.", b"\x95\xff\0\0\0\0\0\0\0N.", b"]NNe.", b"(NNe.", b"}N.", b"}NNs.", b"}(Nu.", b"Ns.", b"NNNs.", b"\x8c\x01\xff.", b"U\x01\xff.", b"\xff.", b"i__main__\nP\n.", b"(i__main__\nP\n.", b"(c__main__\nP\nI1\no}b.", b"Nb.", b"NNb.", b"N)\x81.", b"cbuiltins\nint\n(I1\nt\x81.", b"cbuiltins\nint\nN\x81.", b"P5\n.", b"NQ.", b"\x82\x01.", b"2.", b"N2\x86.", b"t.", b"\x93.", b"NN\x93.", b"\x8d\xff\xff\xff\xff\xff\xff\xff\xff.", b"T\xff\xff\xff\xff.", b"\x8b\xff\xff\xff\xff.", b"cbuiltins\nlist\n(N\x85R.", b"(t" * 3 + b"."):
    print(s, end=" "); t(pickle.loads, s)
t(pickle.loads, "str"); t(pickle.load, 5); t(pickle.dump, 1, 5); t(pickle.dumps, 1, 9); t(pickle.dumps, 1, -1); t(pickle.Pickler); t(pickle.Unpickler, io.StringIO("")); t(pickle.loads, b"N.", encoding="nope"); print(pickle.loads(b"U\x01\xff.", encoding="latin-1"), pickle.loads(b"U\x01\xff.", encoding="bytes"), pickle.loads(b"U\x01\xff.", errors="replace"))
copyreg.pickle(P, lambda p: (P, ("copyreg",))); print(pickle.loads(pickle.dumps(P(5)))); t(copyreg.pickle, P, 5); t(copyreg.constructor, 5); copyreg.add_extension("__main__", "GS", 0x77); print(pickle.dumps(GS, 2), pickle.loads(pickle.dumps(GS, 2))); t(copyreg.add_extension, "__main__", "GS", 0x78); t(copyreg.add_extension, "a", "b", 0); copyreg.remove_extension("__main__", "GS", 0x77); t(copyreg.remove_extension, "a", "b", 1)
pickletools.dis(pickle.dumps({"a": [1, (2.5, "x", b"y")], "p": GN(1, 2)}, 4)); pickletools.dis(pickle.dumps([1, 1 << 70, None], 0)); print(pickletools.optimize(pickle.dumps(["a", "b", "a"], 4))); t(pickletools.dis, b"N"); t(pickletools.dis, b"(N.")
m = {}; pk = pickle.Pickler(f := io.BytesIO()); pk.dump("a"); pk.fast = True; pk.clear_memo(); print(pk.bin, pk.memo if 0 else "", pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version)
class Evil:
    def __reduce__(self): return 5
class Evil2:
    def __reduce__(self): return (5, ())
class Evil3:
    def __reduce__(self): return (P, 5)
class Evil4:
    def __reduce__(self): return (P, (1,), None, 5)
class Evil5:
    def __reduce__(self): return (P,)
class Evil6:
    def __reduce__(self): return "nope.nope"
class Evil7:
    __reduce_ex__ = 5
class Evil8:
    def __getstate__(self): raise KeyError("gs")
class Evil9:
    def __getnewargs__(self): return 5
class Evil10:
    def __getnewargs_ex__(self): return (1, 2)
class Evil11:
    def __setstate__(self, s): raise ValueError("ss")
    x = 1
    def __init__(self): self.q = 1
class Evil12:
    def __reduce__(self): return (P, (1,), None, None, None, 5)
for e in (Evil, Evil2, Evil3, Evil4, Evil5, Evil6, Evil7, Evil8, Evil9, Evil10, Evil11, Evil12): t(lambda: pickle.loads(pickle.dumps(e(), 4))); t(lambda: copy.copy(e()))
deep = []
for i in range(100000): deep = [deep]
t(pickle.dumps, deep)
