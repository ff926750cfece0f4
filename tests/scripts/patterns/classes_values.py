from dataclasses import dataclass
import enum


@dataclass
class Point:
    x: int
    y: int = 0


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class NoArgs:
    pass


class Bad:
    __match_args__ = ["x"]


class Bad2:
    __match_args__ = (1,)


class Dup:
    __match_args__ = ("x", "x")
    x = 1


class K:
    zero = 0
    name = "k"


def m(v):
    match v:
        case Point(0, 0):
            return "origin"
        case Point(x=0) | Point(y=0):
            return "axis"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(int() as x, y=str(y)):
            return f"mixed {x} {y}"
        case Colour.RED:
            return "red"
        case Colour():
            return f"colour {v.name}"
        case bool(b):
            return f"bool {b}"
        case K.zero:
            return "K.zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case -5.5 | 1 + 2j:
            return "literal number"
        case float():
            return "float"
        case "yes" | b"yes" | None:
            return "yes-like"
        case str() as s if s:
            return f"str {s}"
        case ZeroDivisionError(args=(msg,)):
            return f"zde {msg}"
        case Exception():
            return "exception"
        case type():
            return f"class {v.__name__}"
        case object(__len__=_):
            return "sized"
        case NoArgs():
            return "noargs"
        case _:
            return "?"


for v in (Point(0, 0), Point(0, 5), Point(4), Point(3, 3), Point(1, "a"), Point("b", "a"), Colour.RED, Colour.BLUE, True, 0, 0.0, -3, 2, 2.0, 9, -5.5, 1 + 2j, 7.25, "yes", b"yes", None, "text", "", ZeroDivisionError("dz"), ZeroDivisionError(), KeyError(), int, [], NoArgs(), 10**30, ...):
    print("an instance" if type(v) is NoArgs else repr(v), "->", m(v))


def err(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


def e1():
    match NoArgs():
        case NoArgs(1):
            return 1


def e2():
    match Bad():
        case Bad(1):
            return 1


def e3():
    match Bad2():
        case Bad2(1):
            return 1


def e4():
    match Point(1):
        case Point(1, 2, 3):
            return 1


def e5():
    match 5:
        case int(1, 2):
            return 1


def e6():
    k = 5
    match 5:
        case k.real():
            return 1


def e7():
    match Dup():
        case Dup(1, 1):
            return 1


def e8():
    x = len
    match 5:
        case x():
            return 1


for f in (e1, e2, e3, e4, e5, e6, e7, e8):
    err(f)
for src in ("case x: pass\n case y: pass", "case x | y: pass", "case [a, a]: pass", "case {'k': 1, 'k': 2}: pass", "case {**r, 'a': 1}: pass", "case [*a, *b]: pass", "case A(x=1, x=2): pass", "case A(x=1, 2): pass", "case 1 + 1: pass", "case f'x': pass", "case x.y.z: pass",
            "case _ | 1: pass", "case (x) as _: pass", "case -x: pass", "case {x: 1}: pass", "case {**_}: pass", "case 1 as x.y: pass", "case [1, 2] | (3): pass", "case a, b if a: pass", "case *a, b: pass", "case None as n: pass", "case 1 - 2j: pass", "case 1j - 2: pass"):
    try:
        compile("match v:\n " + src, "s", "exec")
        print("ok", src)
    except SyntaxError as e:
        print(src.replace("\n", ";"), "|", e.msg)
