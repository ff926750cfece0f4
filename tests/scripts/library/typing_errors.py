# typing & contextlib & generics
import builtins, re; builtins.print = lambda *a, _p=print, **k: _p(*[re.sub(r"0x[0-9a-f]+", "0x", str(x)) for x in a], **k)  # no addresses
import typing, types, contextlib, sys
from typing import *
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
T = TypeVar("T"); K = TypeVar("K", bound=int); C = TypeVar("C", int, str, covariant=False); P = ParamSpec("P"); Ts = TypeVarTuple("Ts")
print(T, K.__bound__, C.__constraints__, P, P.args, P.kwargs, Ts, Unpack[Ts], T.__default__, TypeVar("D", default=int).__default__, T.has_default())
for e in ("List[int]", "Dict[str, List[T]]", "Optional[int]", "Union[int, str, int]", "Union[int]", "Callable[[int, str], bool]", "Callable[..., T]", "Tuple[int, ...]", "Tuple[()]", "Literal[1, 'a', None, True]", "ClassVar[int]", "Final[int]", "Annotated[int, 'm', 3]", "Type[int]", "list[int]", "dict[str, T][int]", "tuple[int, ...]", "int | None", "Optional[Union[int, None]]", "List['fwd']", "Generator[int, str, None]", "AsyncIterator[int]", "Concatenate[int, P]", "Callable[P, T]", "Callable[Concatenate[int, P], T]", "Required[int]", "NotRequired[int]", "TypeGuard[int]", "TypeIs[int]", "Self", "Never", "LiteralString", "ReadOnly[int]", "Any", "NoReturn", "Tuple[Unpack[Ts]]", "tuple[*Ts]", "Union[int, 'x']", "int | list[str]", "Deque[int]", "DefaultDict[str,int]", "Counter[str]", "Iterable", "Sequence[T][int]", "List[T][K]", "Dict[T, K][str, int]", "Annotated[List[T], 1][int]", "Generic[T]", "Protocol[T]", "Union[list[int], None]", "Callable[[T], T][int]", "Pattern[str]", "IO[str]", "ForwardRef('X')", "Type[Any]", "Literal[Literal[1, 2], 3]", "Callable[[], int]", "type[int]", "AnyStr", "Hashable", "ContextManager[int]", "AsyncGenerator[int]", "Generator[int]"):
    t(lambda: repr(eval(e)) + " " + str(get_origin(eval(e))) + " " + str(get_args(eval(e))))
for e in ("List[int, str]", "Optional[int, str]", "Union[()]", "Callable[int]", "Callable[int, str]", "Literal[[]]", "ClassVar[ClassVar[int]]", "Annotated[int]", "Dict[int]", "List[1]", "Generic[int]", "Generic[T, T]", "Final[int, str]", "Any()", "Any[int]", "Union()", "TypeVar('X', int)", "TypeVar('X', bound=int, covariant=True, contravariant=True)", "TypeVar('X', int, str, bound=int)", "Self[int]", "NoReturn[int]", "ForwardRef(5)", "ForwardRef('1 +')", "int[str]", "list[int][str]", "Concatenate[int]", "NewType('N', int)[str]", "isinstance(1, List[int])", "isinstance(1, list[int])", "issubclass(int, Union[int, str])", "isinstance(1, Union[int, str])", "isinstance(1, Union[int, List[int]])", "isinstance(1, Any)", "Tuple[int, ..., str]", "Tuple[..., int]", "List[...]", "Required[int, str]", "TypeGuard", "Unpack[int]", "cast(int, 'x')", "class_ := type('X', (List[int],), {})", "List[int]()", "Sequence[int]()", "Union[int, str]()", "Optional[5]", "int | 5", "None | None", "list[int] | None", "'x' | int", "T | None", "Literal[1] | None", "ParamSpec('P', bound=int)", "TypeVarTuple('Ts', int)", "NamedTuple('X', a=int)", "NamedTuple('X', [('a', int), ('a', str)])", "NamedTuple('X', [('_a', int)])", "TypedDict('X', {'a': int})(a='x', b=3)", "TypedDict('X', 5)", "get_type_hints(5)", "reveal_type(3)", "assert_type(3, int)", "assert_never(3)", "is_typeddict(int)", "overload(len)()", "final(int)", "no_type_check(5)"):
    t(lambda: eval(e))
class NT(NamedTuple):
    a: int
    b: str = "x"
    def m(self): return self.a
print(NT(1), NT(1).m(), NT._fields, NT._field_defaults, NT.__annotations__, NT.__orig_bases__); t(NT)
def mk(src):
    try: exec(src, {**globals()}); print("ok")
    except Exception as e: print(type(e).__name__, e)
mk("class X(NamedTuple):\n a: int = 1\n b: int"); mk("class X(NamedTuple):\n _a: int"); mk("class X(NamedTuple, int):\n a: int"); mk("class X(NamedTuple):\n a: int\n def __new__(c): pass"); mk("class X(TypedDict):\n a: int\n def f(self): pass"); mk("class X(TypedDict):\n a: int = 1"); mk("class X(int, TypedDict):\n a: int"); mk("class X(Generic[T], Generic[K]): pass"); mk("class X(Generic): pass"); mk("class X(Any): pass\nprint(X())"); mk("class X(NewType('N', int)): pass"); mk("class X(Union): pass"); mk("class X(Union[int,str]): pass"); mk("class X(Protocol, int): pass"); mk("class X(List[T], Generic[K]): pass"); mk("class X[T](Generic[T]): pass"); mk("class X(Optional): pass"); mk("class X(Self): pass"); mk("type A[T: int, *U, **V] = list[T]\nprint(A, A[int], A.__value__, A.__type_params__, A.__type_params__[0].__bound__)"); mk("type A = A2\nA.__value__"); mk("def f[T: undefined_x](a: T): pass\nprint(f.__type_params__)\nf.__type_params__[0].__bound__"); mk("type X = int\nX()"); mk("type X = int\nisinstance(1, X)"); mk("type X[T=int, U] = T"); mk("type X = int\nX[int]"); mk("class A[T=int]: pass\nprint(A.__type_params__[0].__default__, A[()] if 0 else A[str])")
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
class TD2(TD): c: ReadOnly[int]
print(TD.__total__, sorted(TD.__required_keys__), sorted(TD2.__optional_keys__), sorted(TD2.__required_keys__), TD2.__readonly_keys__, TD2(a=1), TD.__annotations__, is_typeddict(TD2)); t(lambda: isinstance({}, TD)); t(lambda: TD(5))
@runtime_checkable
class HasX(Protocol):
    x: int
    def m(self) -> int: ...
class Impl: x = 1; m = len
class NonR(Protocol):
    def q(self): ...
print(isinstance(Impl(), HasX), isinstance(5, HasX), get_protocol_members(HasX) == {"x", "m"}, is_protocol(HasX)); t(lambda: issubclass(Impl, HasX)); t(lambda: isinstance(5, NonR)); t(NonR); t(HasX); t(runtime_checkable, int); t(get_protocol_members, int)
class Stack(Generic[T]):
    def push(self, x: T) -> "Stack[T]": return self
print(Stack[int], Stack[int]().__orig_class__, Stack.__parameters__, get_type_hints(Stack.push), Stack[int] == Stack[int], hash(Stack[int]) == hash(Stack[int])); t(lambda: Stack[int, str]); t(lambda: Stack[int][str]); t(lambda: Stack[()])
def ann(a: "int", b: "list[T]" = None, *c: "str", **d: Optional["int"]) -> "Stack": ...
print(get_type_hints(ann), ann.__annotations__); t(get_type_hints, lambda: 1)
def ann2(a: "nope"): ...
t(get_type_hints, ann2); print(get_type_hints(type("Q", (), {"__annotations__": {"x": Annotated[int, 1]}}), include_extras=True))
N = NewType("N", int); print(N(5), N, N.__supertype__, N | None); print(cast("x", 5), TYPE_CHECKING, get_overloads(ann), clear_overloads())
@overload
def ov(a: int): ...
@overload
def ov(a: str): ...
def ov(a): return a
print(len(get_overloads(ov))); t(lambda: evaluate_forward_ref) ; t(lambda: typing.nope); print(types.GenericAlias(list, (int, str)), types.UnionType, type(int | str), (int | str).__args__, (int | str) == (str | int), (int | str).__parameters__, list[T].__parameters__, list[int].__origin__, list[int]([1]), dict[int, str].fromkeys([1])); t(lambda: list[int].foo); t(lambda: setattr(list[int], "x", 1)); print(list[int].__mro_entries__(()), [*list[int]] if 1 else 0, dir(list[int])[:0], list[int].__class__, isinstance(list[int], type))
