def append(x, to=[]):
    to.append(x)
    return to


print(append(1), append(2), append(3, []), append.__defaults__)
append.__defaults__ = ([9],)
print(append(1))
append.__defaults__ = None
try:
    append(1)
except TypeError as e:
    print(e)


def kw(*, a=1, b):
    "Docstring."
    return a, b


print(kw.__kwdefaults__, kw.__doc__, kw.__name__, kw.__qualname__, kw.__module__)
kw.__kwdefaults__ = {"b": 7}
try:
    print(kw())
except TypeError as e:
    print(e)
kw.extra = [1]
print(kw.__dict__, kw.extra)
kw.__name__ = "renamed"
print(kw.__name__, kw.__qualname__)
for attr, val in (("__name__", 1), ("__qualname__", None), ("__defaults__", []), ("__kwdefaults__", ()), ("__code__", 1), ("__dict__", 1),
                  ("__globals__", {}), ("__closure__", None), ("__annotations__", 5), ("__type_params__", [])):
    try:
        setattr(kw, attr, val)
        print(attr, "set")
    except (TypeError, AttributeError) as e:
        print(attr, type(e).__name__, e)


def a(x: int, *y: "str", z: float = 1.0, **w: dict) -> None:
    pass


print(a.__annotations__)
a.__annotations__ = None
print(a.__annotations__)
print(a.__code__.co_varnames, a.__code__.co_argcount, a.__code__.co_kwonlyargcount, a.__code__.co_posonlyargcount, a.__code__.co_flags & 12)


def swap1():
    return "one"


def swap2():
    return "two"


swap1.__code__ = swap2.__code__
print(swap1(), swap1.__name__)


def outer():
    v = 1

    def inner():
        return v
    return inner


try:
    swap1.__code__ = outer().__code__
except ValueError as e:
    print(e)
i = outer()
print(i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars)
i.__closure__[0].cell_contents = 42
print(i())
import types
nf = types.FunctionType(swap2.__code__, {}, "made", None, None)
print(nf(), nf.__name__, type(nf) is type(lambda: 0))
try:
    types.FunctionType(i.__code__, {})
except TypeError as e:
    print(e)
print((lambda x: x).__name__, (lambda: 0).__qualname__, outer().__qualname__)
