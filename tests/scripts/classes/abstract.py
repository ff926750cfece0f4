from abc import ABC, ABCMeta, abstractmethod
import collections.abc as cabc


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area():.2f}"


class Square(Shape):
    name = "square"

    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2


class Half(Shape):
    def area(self):
        return super().area()


print(Square(3).describe(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__)
for k in (Shape, Half, lambda: Square()):
    try:
        k()
    except TypeError as e:
        print(e)


class Virtual:
    pass


Shape.register(Virtual)
print(issubclass(Virtual, Shape), isinstance(Virtual(), Shape), Shape in Virtual.__mro__)
try:
    Shape.register(5)
except TypeError as e:
    print(e)
try:
    Virtual2 = type("Virtual2", (Shape,), {})
    Virtual2.register(Shape)
except RuntimeError as e:
    print(e)


class HasLen(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is HasLen:
            return any("quack" in vars(b) for b in c.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    quack = 1


print(issubclass(Duck, HasLen), issubclass(int, HasLen), isinstance(Duck(), HasLen))
print([n for n in ("Iterable", "Iterator", "Sized", "Container", "Hashable", "Callable", "Sequence", "MutableSequence", "Mapping", "Set", "Reversible", "Collection", "Generator") if isinstance([], getattr(cabc, n))])
print([n for n in ("Iterable", "Hashable", "Sequence", "Mapping", "MutableMapping", "Set", "Callable", "Awaitable", "ByteString") if n != "ByteString" and issubclass(dict, getattr(cabc, n))])


class Countdown(cabc.Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(self.n))]
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


d = Countdown(4)
print(list(d), 3 in d, d.index(2), d.count(1), list(reversed(d)), d[1:3])
try:
    d.index(99)
except ValueError as e:
    print(repr(e))


class Low(cabc.MutableMapping):
    def __init__(self, **k):
        self.d = {}
        self.update(k)

    def __getitem__(self, k):
        return self.d[k.lower()]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = Low(A=1, b=2)
print(dict(m), "A" in m, m.get("zz", 0), m.pop("B"), m.setdefault("C", 3), list(m.items()), m == {"a": 1, "c": 3}, m.popitem(), len(m))
try:
    m.pop("zz")
except KeyError as e:
    print("KeyError", e)
try:
    cabc.Sequence()
except TypeError as e:
    print(e)
print(isinstance(len, cabc.Callable), isinstance(iter([]), cabc.Iterator), isinstance((x for x in ()), cabc.Generator), issubclass(cabc.Iterator, cabc.Iterable))
