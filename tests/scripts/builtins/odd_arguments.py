"""Errors of odd arguments, in the order in which they are found out."""
import array
import collections
import copy
import io
import math
import operator
import re
import struct
import zlib


def show(what, f):
    try:
        print(what, "->", f())
    except Exception as e:
        print(what, "->", type(e).__name__, e.args)


class Index:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return self.v


class NoIter:
    def __iter__(self):
        return 5


# slice arguments are looked at before the thing to find
for name in ("find", "index", "count", "rfind", "startswith", "endswith"):
    for s in (b"x", bytearray(b"x"), "x"):
        show((name, s), lambda: getattr(s, name)("a" if s == b"x" else b"a", b"q"))
        show((name, s), lambda: getattr(s, name)(256, 0, "y"))
        show((name, s), lambda: getattr(s, name)(None, None, 1.5))
show("bytes of no iterator", lambda: bytes(NoIter()))

d = collections.deque([1])
show("deque", lambda: d["a"])

od = collections.OrderedDict()
for key in (None, (), (1,), (1, 2), KeyError("k"), ValueError("v"), "k", 5):
    show("move_to_end", lambda: od.move_to_end(key))
    show("pop", lambda: od.pop(key))
    show("getitem", lambda: od[key])
od[1] = 2
for key in (None, (1, 2), KeyError("k")):
    show("move_to_end", lambda: od.move_to_end(key))
    show("pop", lambda: od.pop(key))
    show("del", lambda: od.__delitem__(key))
    show("dict pop", lambda: {}.pop(key))
    show("set remove", lambda: set().remove(key))
    show("defaultdict", lambda: collections.defaultdict()[key])

a = array.array("i")
show("array", lambda: a.extend(1, 2))
show("array", lambda: a.extend())
show("array", lambda: a.append())
show("array", lambda: a.index(1, "a"))
show("array", lambda: a.index(1, None))
show("array", lambda: array.array("u").frombytes(array.array("i")))
show("array", lambda: a.frombytes("x"))
show("array", lambda: a.fromlist(1))
show("array", lambda: a.insert("x", 1))
show("array", lambda: a.fromunicode("x"))

show("re", lambda: re.compile(rb"a").sub("x", b"ab"))
show("re", lambda: re.compile(r"a").sub(b"x", "ab"))
show("re", lambda: re.compile(r"a").sub(lambda m: b"x", "ab"))
show("re", lambda: re.compile(r"a").sub(lambda m: 1, "ba"))

for v in (None, 5, "s"):
    show("readinto", lambda: io.BytesIO().readinto(v))
    show("write", lambda: io.BytesIO().write(v))
    show("crc32", lambda: zlib.crc32(v))
    show("unpack", lambda: struct.unpack("i", v))
    show("join", lambda: b"".join([v]))
    show("memoryview", lambda: memoryview(v))
    show("hex", lambda: (1).from_bytes(v, "big"))
    show("translate", lambda: b"".translate(v, v))
    show("strip", lambda: b"".strip(v))
    show("split", lambda: b"".split(v))
    show("partition", lambda: b"".partition(v))
    show("replace", lambda: b"".replace(v, v))
    show("removeprefix", lambda: b"".removeprefix(v))
    show("extend", lambda: bytearray().extend(v))
show("copy", lambda: copy.copy(memoryview(b"a")))
show("deepcopy", lambda: copy.deepcopy(memoryview(b"a")))
show("%d", lambda: "%d" % Index(1.5))
show("%x", lambda: "%x" % Index(1.5))
show("%c", lambda: "%c" % Index(1.5))
show("%i", lambda: "%i" % "x")
show("%u", lambda: "%u" % "x")
show("%d", lambda: "%d" % "x")
show("%o", lambda: "%o" % 1.5)
show("%i", lambda: b"%i" % "x")
show("%d", lambda: b"%d" % Index(1.5))
show("min", lambda: min(signed=1))
show("max", lambda: max(default=1))
show("max", lambda: max(1, 2, x=1))
show("max", lambda: max(1, 2, default=1))
show("log", lambda: math.log(x=1))
show("log", lambda: math.log())
show("hypot", lambda: math.hypot(x=1))
try:
    compile("if 1:\n  return", "s", "exec")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text)
try:
    compile("@await()\ndef f(): pass", "s", "exec")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text)
try:
    compile("é = 1; return", "s", "exec")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.end_offset, e.text)
try:
    compile("a b", "s", "exec")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text)


class A(int):
    pass


class B:
    pass


def assign(c, b):
    c.__bases__ = b


show("bases", lambda: assign(A, (str,)))
show("bases", lambda: assign(A, (B,)))
show("bases", lambda: assign(B, (int,)))
show("bases", lambda: assign(B, ()))
show("bases", lambda: assign(B, (A, A)))
show("bases", lambda: assign(B, (B,)))
show("bases", lambda: assign(int, (B,)))

import decimal
show("decimal", lambda: decimal.Decimal(10, 0, 1e16))
show("decimal", lambda: decimal.Decimal(10, 5))
show("decimal", lambda: decimal.Decimal([]))
show("call", lambda: (1.5)(**{1: 2}))
show("call", lambda: (1.5)(*1))
show("call", lambda: (1.5)(*1, **{1: 2}))
show("call", lambda: len(**{1: 2}))
show("call", lambda: (lambda **k: k)(**{1: 2}))
show("call", lambda: (lambda **k: k)(**5))
show("call", lambda: (1.5)(**5))


class Keys:
    def __init__(self, k):
        self.k = k

    def keys(self):
        return self.k

    def __getitem__(self, k):
        return 1


for k in (5, [1, 2], "ab", None):
    show("dict", lambda: dict(Keys(k)))
    show("update", lambda: {}.update(Keys(k)))
    show("or", lambda: {}.__ior__(Keys(k)))
    show("OrderedDict", lambda: collections.OrderedDict(Keys(k)))
    show("call", lambda: (lambda **k: k)(**Keys(k)))
    show("display", lambda: {**Keys(k)})
show("buffer", lambda: b"".__buffer__(None))
show("buffer", lambda: b"".__release_buffer__())
show("buffer", lambda: bytearray().__release_buffer__(1))
show("next", lambda: iter([]).__next__(1))
show("lt", lambda: (1).__lt__())
show("call", lambda: len.__call__())
show("get", lambda: len.__get__())
show("get", lambda: (lambda: 1).__get__())
show("set", lambda: property().__set__(1))
show("add", lambda: (1).__add__())
show("pow", lambda: (1).__pow__())
show("getattr", lambda: object().__getattribute__())
show("setattr", lambda: object().__setattr__("a"))
show("delattr", lambda: object().__delattr__())
show("len", lambda: [].__len__(1))
show("getitem", lambda: [].__getitem__())
show("setitem", lambda: [].__setitem__(1))
show("init", lambda: [].__init__(1, 2))
show("hash", lambda: "".__hash__(1))
show("repr", lambda: "".__repr__(1))
show("bool", lambda: (1).__bool__(1))
show("iter", lambda: [].__iter__(1))
show("contains", lambda: [].__contains__())


class Sized:
    def __len__(self):
        print("len")
        return 3

    def __getitem__(self, i):
        print("item", i)
        if i > 2:
            raise IndexError
        return i


class Iterated(Sized):
    def __iter__(self):
        print("iter")
        return iter([1, 2, 3])


class L(list):
    def __len__(self):
        print("len")
        return 2

    def __length_hint__(self):
        print("hint")
        return 2

    def __iter__(self):
        print("iter")
        return iter([1, 2])


for obj in (Sized(), Iterated(), L(), dict.fromkeys("ab")):
    a, *b = obj
    print(a, b)
    print((lambda *q: q)(*obj))
    print([*obj], (*obj,), list(obj), tuple(obj))
    l = []
    l.extend(obj)
    l += obj
    print(l)
    print(sorted(obj), bytes(obj) if type(obj) is not dict else 0)
    print(list(zip(obj)), list(map(str, obj)))

show("sum", lambda: sum(1.5, "a"))
show("sum", lambda: sum([1], "a"))
show("maketrans", lambda: str.maketrans(3, 1.0))
show("maketrans", lambda: str.maketrans(3, "a"))
show("maketrans", lambda: str.maketrans("a", "b", 5))


class Slots:
    __slots__ = ("x",)


def local():
    class Slots:
        __slots__ = ("x",)

    return Slots


show("slot", lambda: Slots().x)
show("slot", lambda: local()().x)
show("slot", lambda: type("S", (Slots,), {"__module__": "m"})().x)


class Eq:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print(self.v, other.v)
        return False


eqs = [Eq(i) for i in range(4)]
three = set(eqs[:3])
print("xor", len(three ^ {eqs[2]}))
print("xor", len(three.symmetric_difference({eqs[3]})))
show("array slice", lambda: array.array("b").__setitem__(slice(0, 1, 0), range(3)))
show("array slice", lambda: array.array("b").__setitem__(slice(0, "a"), range(3)))
show("array slice", lambda: array.array("b").__setitem__(slice(0, 1), range(3)))


class OwnSet:
    __slots__ = ()

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class OwnDelete:
    __slots__ = ()

    def __delattr__(self, name):
        super().__delattr__(name)


for o in (object(), 1, [], OwnSet(), OwnDelete(), type("Empty", (), {"__slots__": ()})()):
    show("setattr", lambda: setattr(o, "x", 1))
    show("delattr", lambda: delattr(o, "x"))
