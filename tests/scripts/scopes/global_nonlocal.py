x = "module"


def a():
    global x
    x = "set by a"


def b():
    x = "local"

    def c():
        global x
        x = "set by c"
        return x

    def d():
        nonlocal x
        x = "set by d"
        return x

    return c(), x, d(), x


a()
print(x)
print(b(), x)


def e():
    global fresh
    fresh = 1

    def inner():
        return fresh
    return inner()


print(e(), fresh)


class K:
    x = "class"
    y = [x for _ in range(2)]

    def m(self):
        return x

    class Inner:
        seen = x

    z = (lambda: x)()


print(K.y, K().m(), K.Inner.seen, K.z)


def reads_then_writes():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1


reads_then_writes()


class Glob:
    global gvar
    gvar = 10


print(gvar, hasattr(Glob, "gvar"))
for src in ["def f():\n x = 1\n global x", "def f(x):\n global x", "nonlocal y", "def f():\n nonlocal q", "def f():\n print(x)\n global x",
            "def f():\n x: int\n global x", "def f():\n def g():\n  nonlocal z\n z = 1", "def f():\n a = 1\n def g():\n  b = a\n  nonlocal a",
            "def f():\n global x\n nonlocal x", "class A:\n nonlocal x", "def f():\n global x\n def g():\n  nonlocal x", "def f(a, a): pass",
            "lambda x, x: 1", "def f():\n for global x in y: pass", "global x, x\nx = 1", "def f():\n import a.b\n global a"]:
    try:
        compile(src, "<s>", "exec")
        print("ok:", src.replace("\n", "; "))
    except SyntaxError as e:
        print(src.replace("\n", "; "), "->", e.msg, e.lineno)
code = "result = [v for v in range(3)]; h = lambda: result; out = h()"
ns = {}
exec(code, ns)
print(ns["out"])
g, l = {}, {}
exec("a = 1\ndef f(): return a", g, l)
print(sorted(l), "a" in g)
try:
    l["f"]()
except NameError as ex:
    print(ex)
