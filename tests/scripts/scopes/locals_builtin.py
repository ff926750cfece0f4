def f(a, b=2):
    c = 3
    before = dict(locals())
    loc = locals()
    loc["c"] = 99
    loc["new"] = 1
    return before, c, sorted(locals())


print(f(1))


def g():
    x = 1
    snap = locals()
    x = 2
    y = 3
    return snap, sorted(locals())


print(g())


def h():
    v = 10

    def inner():
        return v, sorted(locals())
    return inner(), sorted(k for k in locals() if k != "inner")


print(h())


class C:
    p = 1
    q = sorted(k for k in locals() if not k.startswith("__"))
    locals()["injected"] = 5


print(C.q, C.injected)
print(locals() is globals())


def with_exec():
    z = 1
    exec("z = 5; w = 6")
    return z, "w" in locals()


print(with_exec())


def ev():
    k = 4
    return eval("k * 2"), eval("k", {"k": 100}), eval("k + m", {"k": 1}, {"m": 2})


print(ev())
print([sorted(locals().keys()) for q in [1]][0][:0], (lambda p: sorted(locals()))(1))


def comp():
    n = 3
    return [sorted(x for x in locals() if x != "_") for _ in range(1)]


print(comp())


def gen():
    t = 1
    yield sorted(locals())
    u = 2
    yield sorted(locals())


print(list(gen()))
for bad in ("eval('1', 5)", "eval('1', {}, 5)", "eval(5)", "exec(5)", "eval('a b')", "exec('1', [], {})", "eval('x = 1')", "eval('')", "eval('yield')", "eval(b'1+1')", "eval('  3  ')", "eval('\\n4')"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, str(e).split(" (")[0])


def vars_test():
    a = 1
    return vars()


print(vars_test())
try:
    vars(5)
except TypeError as e:
    print(e)
print(dir.__name__, (lambda z, y: dir())(1, 2))
