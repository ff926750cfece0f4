class Field:
    def __init__(self, kind, *, default=..., check=None):
        self.kind, self.default, self.check = kind, default, check

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        return self if obj is None else obj._data[self.name]

    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name}: expected {self.kind.__name__}, got {v!r}")
        if self.check and not self.check(v):
            raise ValueError(f"{type(obj).__name__}.{self.name}: bad value {v!r}")
        obj._data[self.name] = v

    def _op(sym):
        def make(self, other):
            return Query([(self.name, sym, other)])
        return make

    __eq__, __lt__, __gt__, __le__, __ne__ = map(_op, ("==", "<", ">", "<=", "!="))
    __hash__ = None


class Query:
    OPS = {"==": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, "!=": lambda a, b: a != b}

    def __init__(self, terms, neg=False):
        self.terms, self.neg = terms, neg

    def __and__(self, o):
        return Query(self.terms + o.terms)

    def __invert__(self):
        return Query(self.terms, not self.neg)

    def __call__(self, row):
        return all(self.OPS[op](row._data[n], v) for n, op, v in self.terms) != self.neg

    def __repr__(self):
        return ("not " * self.neg) + " and ".join(f"{n} {op} {v!r}" for n, op, v in self.terms)


class Meta(type):
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, ns)
        cls.fields = {k: v for b in reversed(cls.__mro__) for k, v in vars(b).items() if isinstance(v, Field)}
        cls.rows = []
        return cls

    def __len__(cls):
        return len(cls.rows)

    def where(cls, q=lambda r: True, *, order=None, limit=None):
        found = [r for r in cls.rows if q(r)]
        if order:
            found.sort(key=lambda r: r._data[order.lstrip("-")], reverse=order.startswith("-"))
        return found[:limit]


class Model(metaclass=Meta):
    def __init__(self, **kw):
        self._data = {}
        for n, f in self.fields.items():
            if n in kw:
                setattr(self, n, kw.pop(n))
            elif f.default is not ...:
                setattr(self, n, f.default() if callable(f.default) else f.default)
            else:
                raise TypeError(f"{type(self).__name__}() needs {n!r}")
        if kw:
            raise TypeError(f"{type(self).__name__}() has no field {sorted(kw)}")
        type(self).rows.append(self)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._data.items())})"


class Item(Model):
    name = Field(str, check=str.strip)
    qty = Field(int, default=0, check=lambda q: q >= 0)
    tags = Field(list, default=list)


class Priced(Item):
    price = Field(float)


Item(name="bolt", qty=10)
Item(name="nut", qty=3, tags=["small"])
Priced(name="drill", price=99.5)
Priced(name="saw", qty=2, price=15.0)
print(Item.where(), Priced.where(), len(Item), list(Priced.fields), sep="\n")
print(Item.where(Item.qty > 5), Item.where((Item.qty < 20) & (Item.name != "nut")), Item.where(~(Item.name == "bolt")))
print(Priced.where(order="-price"), Priced.where(order="name", limit=1), sep="\n")
print(Item.qty > 5, ~((Item.qty <= 1) & (Item.name == "x")))
for f in (lambda: Item(), lambda: Item(name=5), lambda: Item(name="  "), lambda: Item(name="x", qty=-1), lambda: Item(name="y", colour=1), lambda: Priced(name="z"), lambda: setattr(Item.rows[0], "qty", "many"), lambda: Item.where(Item.nope), lambda: Item.where(Item.qty > "a"), lambda: {Item.qty: 1}):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
i = Item.rows[0]
i.qty += 5
i.tags.append("big")
print(i, Item.rows[1].tags, Item.rows[0].tags is not Item.rows[1].tags)
