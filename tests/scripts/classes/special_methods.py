class Vec:
    def __init__(self, *c):
        self.c = c

    def __repr__(self):
        return f"Vec{self.c}"

    def __eq__(self, o):
        return self.c == o.c if isinstance(o, Vec) else NotImplemented

    def __hash__(self):
        return hash(self.c)

    def __add__(self, o):
        return Vec(*map(sum, zip(self.c, o.c))) if isinstance(o, Vec) else NotImplemented

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return Vec(*(x * k for x in self.c)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self.c, k.c))

    __rmul__ = __mul__

    def __matmul__(self, o):
        return self * o

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return sum(x * x for x in self.c) ** 0.5

    def __bool__(self):
        return any(self.c)

    def __len__(self):
        return len(self.c)

    def __getitem__(self, i):
        return Vec(*self.c[i]) if isinstance(i, slice) else self.c[i]

    def __iter__(self):
        return iter(self.c)

    def __contains__(self, x):
        return x in self.c

    def __call__(self, f):
        return Vec(*map(f, self.c))

    def __format__(self, spec):
        return "<" + ", ".join(format(x, spec) for x in self.c) + ">"

    def __round__(self, n=0):
        return Vec(*(round(x, n) for x in self.c))

    def __lt__(self, o):
        return abs(self) < abs(o)

    def __index__(self):
        return len(self)

    def __reversed__(self):
        return Vec(*reversed(self.c))

    def __divmod__(self, o):
        return "divmod", o

    def __rpow__(self, o):
        return "rpow", o

    def __invert__(self):
        return Vec(*(1 / x for x in self.c))


v, w = Vec(3, 4), Vec(1, 2)
print(v + w, sum([v, w]), v * 2, 2 * v, v * w, v @ w, -v, abs(v), bool(Vec(0, 0)), len(v))
print(v[0], v[-1], v[:1], list(v), 3 in v, 9 in v, v(lambda x: x * 10), f"{v:.2f} {v}", round(Vec(1.26, 2.5), 1))
print(v == Vec(3, 4), v != w, v == 5, {v: 1}[Vec(3, 4)], sorted([v, w]), max(v, w), v > w, reversed(v), [10, 20, 30][v], divmod(v, 3), 2 ** v, ~Vec(1, 2))
print(range(5)[v:], "abcdef"[v], hex(v), bin(v), [*v], (lambda a, b: a - b)(*v))
for code in ("v + 1", "1 + v", "v - w", "v < 5", "v >= w", "v / 2", "v[5]", "v['a']", "v ** 2", "+v", "int(v)", "float(v)", "v & w", "v.c = 5 if 0 else v.zz", "del v[0]", "v[0] = 1", "iter(v).x", "hash([v])", "v(5)"):
    try:
        exec(compile(code, "c", "exec")) if "=" in code and "=" != code[2:3] and ">=" not in code or code.startswith("del") else print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
