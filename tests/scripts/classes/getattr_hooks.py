class G:
    def __init__(self):
        self.real = 1

    def __getattr__(self, n):
        print("getattr", n)
        if n.startswith("dyn_"):
            return n[4:]
        raise AttributeError(f"no {n}")


class H:
    def __getattribute__(self, n):
        print("getattribute", n)
        if n == "magic":
            return 42
        return super().__getattribute__(n)

    def __setattr__(self, n, v):
        print("setattr", n, v)
        super().__setattr__(n, v * 2)

    def __delattr__(self, n):
        print("delattr", n)
        super().__delattr__(n)

    def method(self):
        return self.magic


class Both:
    def __getattribute__(self, n):
        if n == "x":
            raise AttributeError("from getattribute")
        if n == "y":
            raise ValueError("not caught")
        return object.__getattribute__(self, n)

    def __getattr__(self, n):
        return f"fallback {n}"


g = G()
print(g.real, g.dyn_a, hasattr(g, "zz"), getattr(g, "qq", "default"))
try:
    g.other
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
try:
    len(g)
except TypeError as e:
    print(e)
try:
    g + 1
except TypeError as e:
    print(e)
h = H()
h.v = 5
print(h.v, h.magic, h.method())
del h.v
try:
    h.v
except AttributeError as e:
    print(e)
b = Both()
print(b.x, b.zz)
try:
    b.y
except ValueError as e:
    print(e)


class Proxy:
    def __init__(self, t):
        object.__setattr__(self, "_t", t)

    def __getattr__(self, n):
        return getattr(self._t, n)

    def __setattr__(self, n, v):
        setattr(self._t, n, v)


class T:
    a = 1


t = T()
p = Proxy(t)
p.b = 7
print(p.a, t.b, vars(t), list(vars(p)))
q = Proxy([3, 1])
q.append(2)
q.sort()
print(q._t, q.index(3))
try:
    q.nope
except AttributeError as e:
    print(e)


class Recur:
    def __getattr__(self, n):
        return self.missing


try:
    Recur().x
except RecursionError as e:
    print("RecursionError")


class Meta(type):
    def __getattr__(cls, n):
        return f"{cls.__name__}.{n}"


class WithMeta(metaclass=Meta):
    pass


print(WithMeta.anything)
try:
    WithMeta().anything
except AttributeError as e:
    print(e)
mod = type(sys := __import__("sys"))("m")
mod.__getattr__ = lambda n: f"module {n}"
print(mod.whatever, mod.__name__)
try:
    sys.nothing_there
except AttributeError as e:
    print(e)
