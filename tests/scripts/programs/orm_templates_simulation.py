"""Inventory with json/csv/pickle persistence, mini ORM with metaclass, template engine, event simulation."""
import csv, json, pickle, io, datetime as dt, decimal, operator, itertools, functools, collections, re, heapq, random, statistics, textwrap, enum, html, weakref, dataclasses, typing, contextlib, sys, traceback
# ---- ORM
class ValidationError(ValueError):
    def __init__(self, model, errs): self.errs = errs; super().__init__(f"{model}: " + "; ".join(f"{k}: {v}" for k, v in errs.items()))
class Field:
    _n = itertools.count()
    def __init__(self, type=str, *, null=False, default=..., check=None): self.type, self.null, self.default, self.check, self.order = type, null, default, check, next(Field._n)
    def __set_name__(self, o, n): self.name = n
    def __get__(self, o, c=None):
        if o is None: return self
        try: return o._data[self.name]
        except KeyError: raise AttributeError(f"{type(o).__name__}.{self.name} is not loaded") from None
    def __set__(self, o, v): o._data[self.name] = self.clean(v); o._dirty.add(self.name)
    def clean(self, v):
        if v is None:
            if self.null: return None
            raise ValueError("may not be null")
        if not isinstance(v, self.type):
            try: v = self.type(v)
            except (TypeError, ValueError, decimal.InvalidOperation) as e: raise ValueError(f"bad {self.type.__name__}: {v!r}") from e
        if self.check and not self.check(v): raise ValueError(f"check failed: {v!r}")
        return v
    def __eq__(self, o): return Q(lambda r: getattr(r, self.name) == o, f"{self.name} == {o!r}")
    def __lt__(self, o): return Q(lambda r: getattr(r, self.name) < o, f"{self.name} < {o!r}")
    def __gt__(self, o): return Q(lambda r: getattr(r, self.name) > o, f"{self.name} > {o!r}")
    __hash__ = None
class Q:
    def __init__(self, f, text): self.f, self.text = f, text
    def __and__(self, o): return Q(lambda r: self.f(r) and o.f(r), f"({self.text} AND {o.text})")
    def __or__(self, o): return Q(lambda r: self.f(r) or o.f(r), f"({self.text} OR {o.text})")
    def __invert__(self): return Q(lambda r: not self.f(r), f"NOT {self.text}")
    def __bool__(self): raise TypeError("use & | ~ to combine queries")
    def __repr__(self): return f"<Q {self.text}>"
class FK(Field):
    def __init__(self, model, **k): super().__init__(object, **k); self.model = model
    def clean(self, v):
        m = self.model if isinstance(self.model, type) else Model.models[self.model]
        if not isinstance(v, m): raise ValueError(f"expected {m.__name__}, got {type(v).__name__}")
        return v
class Manager:
    def __init__(self, m): self.m = m; self.rows = {}
    def __get__(self, o, c):
        if o is not None: raise AttributeError("manager is not accessible via instances")
        return c._manager if "_manager" in c.__dict__ else self
    def add(self, r): self.rows[r.id] = r; return r
    def filter(self, q): return Query(self, q)
    def all(self): return Query(self, None)
    def get(self, q):
        match list(self.filter(q)):
            case [x]: return x
            case []: raise LookupError(f"no {self.m.__name__} where {q.text}")
            case xs: raise LookupError(f"{len(xs)} rows where {q.text}")
class Query:
    def __init__(self, man, q, key=None, rev=False): self.man, self.q, self.key, self.rev = man, q, key, rev
    def order_by(self, k): return Query(self.man, self.q, operator.attrgetter(k.lstrip("-")), k.startswith("-"))
    def __iter__(self):
        rows = [r for r in self.man.rows.values() if self.q is None or self.q.f(r)]
        return iter(sorted(rows, key=self.key, reverse=self.rev) if self.key else rows)
    def __len__(self): return sum(1 for _ in self)
    def __getitem__(self, i): return list(itertools.islice(self, i.start, i.stop, i.step)) if isinstance(i, slice) else list(self)[i]
    def group(self, name): return {k: list(g) for k, g in itertools.groupby(sorted(self, key=lambda r: str(getattr(r, name))), key=operator.attrgetter(name))}
class Meta(type):
    def __new__(m, name, bases, ns, table=None, abstract=False, **kw):
        cls = super().__new__(m, name, bases, ns, **kw); fs = {}
        for b in reversed(cls.__mro__): fs.update((k, v) for k, v in vars(b).items() if isinstance(v, Field))
        cls._fields = dict(sorted(fs.items(), key=lambda kv: kv[1].order)); cls._table = table or name.lower() + "s"
        if not abstract: cls._manager = Manager(cls); Model.models[name] = cls
        return cls
    def __call__(cls, *a, **k):
        if "_manager" not in cls.__dict__: raise TypeError(f"{cls.__name__} is abstract")
        return super().__call__(*a, **k)
    def __repr__(cls): return f"<model {cls.__name__}: {', '.join(cls._fields)}>"
class Model(metaclass=Meta, abstract=True) if False else object: pass
class _Base: models = {}
Model = _Base
class Model(metaclass=Meta, abstract=True):
    models = _Base.models
    objects = Manager(None)
    def __init__(self, **k):
        self._data, self._dirty, errs = {}, set(), {}
        for n, f in self._fields.items():
            try: setattr(self, n, k.pop(n) if n in k else f.default() if callable(f.default) else f.default if f.default is not ... else None)
            except ValueError as e: errs[n] = e
        if k: errs.update(dict.fromkeys(k, "unknown field"))
        if errs: raise ValidationError(type(self).__name__, errs)
        self.id = len(self._manager.rows) + 1; self._manager.add(self)
    def __repr__(self): return f"{type(self).__name__}#{self.id}({', '.join(f'{k}={v!r}' for k, v in self._data.items() if not isinstance(v, Model))})"
    def dump(self): return {k: v.id if isinstance(v, Model) else v for k, v in self._data.items()}
class Stamped(Model, abstract=True): created = Field(dt.date, default=lambda: dt.date(2024, 1, 1))
class Cat(Stamped): name = Field(check=str.isalpha)
class Item(Stamped, table="stock"):
    sku = Field(check=re.compile(r"[A-Z]{2}\d+").fullmatch); name = Field(); qty = Field(int, default=0, check=lambda v: v >= 0); price = Field(decimal.Decimal); cat = FK("Cat"); note = Field(null=True)
    @property
    def total(self): return self.qty * self.price
c1, c2 = Cat(name="tools"), Cat(name="food")
CSV = 'sku,name,qty,price,cat\nAB1,hammer,5,9.99,1\nAB2,"saw, big",2,19.50,1\nCD3,apple,x,0.5,2\nCD4,"bread ""rye""",10,2.25,2\nzz,bad,-1,abc,9\nCD5,milk,0,1.10,2\n'
for i, row in enumerate(csv.DictReader(io.StringIO(CSV)), 2):
    try: row["cat"] = Cat._manager.rows[int(row["cat"])]
    except KeyError as e: print(f"line {i}: no category {e}")
    try: print(Item(**row))
    except ValidationError as e: print(f"line {i}:", e, {k: repr(v.__cause__) for k, v in e.errs.items() if isinstance(v, Exception)})
I = Item.objects
print(Item, Item._table, Cat, [r.sku for r in I.all().order_by("-price")], I.filter((Item.qty > 1) & ~(Item.cat == c2)), len(I.filter((Item.qty > 1) & ~(Item.cat == c2))), {k.name: len(v) for k, v in I.all().group("cat").items()}, I.all()[1:3], I.all().order_by("name")[0].name)
for f in (lambda: I.get(Item.sku == "NO"), lambda: I.get(Item.qty > 0), lambda: Item(sku="AB9"), lambda: Item(sku="ab", name="n", price="1", cat=5, bogus=1), lambda: setattr(I.all()[0], "qty", -5), lambda: Stamped(), lambda: I.all()[0].objects, lambda: bool(Item.qty > 1 and Item.qty < 3), lambda: I.all()[99], lambda: I.all().order_by("nope")[0], lambda: hash(Item.qty), lambda: delattr(I.all()[0], "qty")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sum(r.total for r in I.all()), json.dumps([r.dump() for r in I.all()], default=str, indent=None)[:200])
o = io.StringIO(); w = csv.DictWriter(o, list(Item._fields), quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n"); w.writeheader(); w.writerows(r.dump() for r in I.all()); print(o.getvalue())
r2 = pickle.loads(pickle.dumps(list(I.all()))); print(r2[0].cat is r2[1].cat, r2[0], type(r2[0]) is Item)
# ---- templates
class TemplateError(Exception): pass
class Template:
    TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.S)
    filters = {"upper": str.upper, "e": html.escape, "len": len, "join": lambda v, s=", ": s.join(map(str, v)), "default": lambda v, d="": v or d, "round": lambda v, n="2": round(v, int(n))}
    def __init__(self, src): self.toks = [t for t in self.TAG.split(src) if t]; self.pos = 0; self.nodes, end = self.parse(()); 
    def parse(self, stops):
        out = []
        while self.pos < len(self.toks):
            t = self.toks[self.pos]; self.pos += 1
            if t.startswith("{#"): continue
            if t.startswith("{{"): out.append(("expr", t[2:-2].strip()))
            elif t.startswith("{%"):
                words = t[2:-2].split()
                match words:
                    case [w, *_] if w in stops: return out, words
                    case ["for", *names, "in", expr]: body, _ = self.parse(("endfor",)); out.append(("for", [n.strip(",") for n in names], expr, body))
                    case ["if", *cond]:
                        branches = []; c = " ".join(cond)
                        while True:
                            body, end = self.parse(("elif", "else", "endif")); branches.append((c, body))
                            if end[0] == "endif": break
                            c = " ".join(end[1:]) if end[0] == "elif" else "True"
                        out.append(("if", branches))
                    case ["set", n, "=", *e]: out.append(("set", n, " ".join(e)))
                    case _: raise TemplateError(f"bad tag {t!r}")
            else: out.append(("text", t))
        if stops: raise TemplateError(f"missing {'/'.join(stops)}")
        return out, None
    def ev(self, e, ctx):
        expr, *fs = (x.strip() for x in re.split(r"\|(?!\|)", e))
        try: v = eval(expr, {"__builtins__": {"range": range, "len": len}}, ctx)
        except Exception as ex: raise TemplateError(f"in {e!r}: {type(ex).__name__}: {ex}") from ex
        for f in fs:
            n, *a = f.split(":", 1)
            try: v = self.filters[n](v, *a)
            except KeyError as ex: raise TemplateError(f"no filter {ex}") from None
        return v
    def gen(self, nodes, ctx):
        for n in nodes:
            match n:
                case "text", s: yield s
                case "expr", e: yield str(self.ev(e, ctx))
                case "set", k, e: ctx[k] = self.ev(e, ctx)
                case "if", bs:
                    for c, body in bs:
                        if self.ev(c, ctx): yield from self.gen(body, ctx); break
                case "for", names, e, body:
                    for i, x in enumerate(self.ev(e, ctx)):
                        sub = collections.ChainMap({"loop": i}, ctx)
                        if len(names) == 1: sub[names[0]] = x
                        else: sub.update(zip(names, x, strict=True))
                        yield from self.gen(body, sub)
    def render(self, **ctx): return "".join(self.gen(self.nodes, ctx))
print(Template("{# c #}Stock{% set n = len(items) %} ({{ n }}):\n{% for it in items %}{{ loop }}. {{ it.name | upper | e }} {% if it.qty > 4 %}lots{% elif it.qty %}few{% else %}none{% endif %} {{ it.total | round }}\n{% endfor %}{% for k, v in d.items() %}{{ k }}={{ v | join:+ }} {% endfor %}{{ '' | default:dflt }}").render(items=I.all(), d={"a": [1, 2], "b": "xy"}))
for s, c in (("{% for x in y %}", {}), ("{% bogus %}", {}), ("{{ nope }}", {}), ("{{ 1/0 }}", {}), ("{{ x | zz }}", {"x": 1}), ("{% for a, b in x %}{% endfor %}", {"x": [(1, 2, 3)]}), ("{{ x + }}", {}), ("{% if %}{% endif %}", {}), ("{{ open('x') }}", {}), ("{{ x | upper }}", {"x": 5})):
    try: print(repr(Template(s).render(**c)))
    except (TemplateError, ValueError, TypeError) as e: print(type(e).__name__, e, "<-", repr(e.__cause__))
# ---- simulation
@dataclasses.dataclass(order=True)
class Ev:
    time: float; seq: int = dataclasses.field(default_factory=itertools.count().__next__); fn: typing.Any = dataclasses.field(compare=False, default=None)
class Sim:
    def __init__(self, seed): self.now, self.q, self.rng, self.trace = 0.0, [], random.Random(seed), []
    def at(self, d, gen): heapq.heappush(self.q, Ev(self.now + d, fn=gen))
    def run(self, until):
        while self.q and self.q[0].time <= until:
            e = heapq.heappop(self.q); self.now = e.time
            try: cmd = next(e.fn)
            except StopIteration as s: self.trace.append((round(self.now, 3), s.value)); continue
            match cmd:
                case int() | float() as d: self.at(d, e.fn)
                case ("get", Res() as r): r.wait.append(e.fn) if r.free == 0 else (setattr(r, "free", r.free - 1), self.at(0, e.fn))
                case ("put", Res() as r):
                    if r.wait: self.at(0, r.wait.popleft())
                    else: r.free += 1
                    self.at(0, e.fn)
                case other: e.fn.throw(TypeError(f"bad command {other!r}"))
class Res:
    def __init__(self, n): self.free, self.wait = n, collections.deque()
waits = []
def customer(sim, res, n):
    yield sim.rng.expovariate(.5); t0 = sim.now; yield "get", res
    waits.append(sim.now - t0)
    try: yield sim.rng.uniform(1, 3)
    finally: yield "put", res
    return f"c{n} done"
sim = Sim(11); res = Res(2)
for i in range(12): sim.at(0, customer(sim, res, i))
sim.run(100); print(sim.trace, round(statistics.mean(waits), 4), round(max(waits), 4), res.free, len(res.wait))
def bad():
    try: yield "nonsense"
    except TypeError as e: print("caught", e); yield 1
sim.at(0, bad())
try: sim.run(200)
except Exception as e: traceback.print_exc(file=sys.stdout)
Item(sku="AB7", name=None, price=1, cat=c1)
