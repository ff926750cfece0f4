"""Match statement."""
def show(*a): print(*a)


class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x = x; s.y = y
def m(v):
    match v:
        case 0: return "zero"
        case -1 | 1.5 | "s" | b"b": return "lit"
        case True: return "T"
        case None: return "N"
        case Pt(0, y=yy): return "pt0", yy
        case Pt(x, y) if x == y: return "diag", x
        case Pt(): return "pt"
        case []: return "empty"
        case [x]: return "one", x
        case [1, *r, 2]: return "1..2", r
        case [_, (a, b), *_]: return "nested", a, b
        case (*_, 9): return "last9"
        case {"a": 1, "b": [p, q]}: return "dict", p, q
        case {"c": c, **rest}: return "rest", c, rest
        case {}: return "anydict"
        case str() | int() as z: return "as", z
        case _: return "default"
for v in (0, -1, 1.5, "s", b"b", True, None, Pt(0, 3), Pt(2, 2), Pt(1, 2), [], [7], [1, 5, 6, 2], [4, (5, 6), 7], [3, 4, 9], {"a": 1, "b": [3, 4]}, {"c": 5, "d": 6}, {"z": 1}, "str", 77, 3.5, (1, 2), [1, 2]):
    show(m(v))
def m2(x):
    match x:
        case (1 | 2) as y, [z] | (z, _): return y, z
        case y: return "cap", y
show(m2((1, [5])), m2((2, (6, 7))), m2(3))
def m3(c, d):
    match c, d:
        case a, b if a > b: return "gt"
        case a, b: return a, b
show(m3(2, 1), m3(1, 2))
