from typing import TypeVar, TypeVarTuple, ParamSpec


def first[T](xs: list[T]) -> T:
    return xs[0]


class Box[T: (int, str) = int]:
    def __init__(self, v: T):
        self.v = v

    def map[U](self, f) -> "Box[U]":
        return Box(f(self.v))


class Multi[*Ts, **P]:
    pass


type Alias[K, V] = dict[K, list[V]]
type Rec = list[Rec] | int
type Late = undefined_name

print(first([3, 2]), first.__type_params__, Box.__type_params__, Box(1).map(str).v, Multi.__type_params__, Box.map.__type_params__)
T = Box.__type_params__[0]
print(T.__name__, T.__bound__, T.__constraints__, T.__default__, T.has_default(), T.__infer_variance__, T.__covariant__, type(T).__name__)
print(Alias, Alias.__name__, Alias.__type_params__, Alias.__value__, Alias[int, str], Rec.__value__, type(Alias).__name__, Alias[int, str].__args__)
try:
    Late.__value__
except NameError as e:
    print(e)
print(Box[int], Box[int].__origin__ is Box, Box[int].__args__, Box.__orig_bases__, Box.__parameters__, Box[int](5).v, Multi[int, str, [int]].__args__)
for code in ("Box[int, str]", "Box[()]", "Alias[int]", "first[int]", "Alias()", "Box.__bases__", "list[T]", "dict[str, T][int]", "isinstance(1, Rec)", "Box[int].v", "T()", "int | T", "T | None", "list[int] | None", "Rec | str", "isinstance([], list[int])", "issubclass(int, int | str)"):
    try:
        print(code, "->", eval(code))
    except (TypeError, AttributeError) as e:
        print(code, "!", type(e).__name__, e)
for src in ("def f[T, T](): pass", "class A[T](metaclass=(T := 1)): pass", "type X = yield", "def f[T: (yield)](): pass", "type X[T=int, U] = T", "def f[*T: int](): pass", "class C[T]: T = 5", "def f[T](x=T): pass", "type = 5; type X = 1; print(type)", "type X[*Ts = *tuple[int]] = 1", "def f[]() : pass", "def g[T](): nonlocal T",
            "type X.y = 1", "type X", "def f[await](): pass", "def f[T](T): pass", "class A[T]: type B = T"):
    try:
        exec(src, {})
        print("ok", src)
    except (SyntaxError, NameError, TypeError) as e:
        print(src, "|", type(e).__name__, getattr(e, "msg", e))


def scoped[T]():
    def inner():
        return T
    return inner().__name__


print(scoped())
T2 = TypeVar("T2", bound=int)
P2, Ts2 = ParamSpec("P2"), TypeVarTuple("Ts2")
print(T2, T2.__bound__, P2.args, P2.kwargs, *Ts2, TypeVar("C", covariant=True), TypeVar("D", contravariant=True), TypeVar("E", int, str).__constraints__)
for code in ("TypeVar('X', int)", "TypeVar()", "TypeVar(1)", "TypeVar('X', int, str, bound=int)", "ParamSpec()", "TypeVar('A', default=int).__default__"):
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, "!", e)
