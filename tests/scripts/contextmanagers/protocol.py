import contextlib


class CM:
    def __init__(self, n, swallow=False, fail=None):
        self.n, self.swallow, self.fail = n, swallow, fail

    def __enter__(self):
        print("enter", self.n)
        if self.fail == "enter":
            raise RuntimeError("enter fails")
        return self.n

    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v, tb is not None)
        if self.fail == "exit":
            raise RuntimeError("exit fails")
        return self.swallow


def run(f):
    try:
        print(f.__name__, "->", f())
    except Exception as e:
        print(f.__name__, "!", type(e).__name__, e, "| context", repr(e.__context__))


def plain():
    with CM(1) as a, CM(2) as b:
        return a + b


def parens():
    with (
        CM("x") as x,
        CM("y"),
    ):
        return x


def swallow():
    with CM(1, swallow=True):
        raise KeyError("gone")
    return "after"


def inner_swallow():
    with CM(1), CM(2, swallow=True):
        raise KeyError("k")
    return "fine"


def enter_fails():
    with CM(1), CM(2, fail="enter"):
        pass


def exit_fails():
    with CM(1), CM(2, fail="exit"):
        raise ValueError("body")


def unpack():
    with CM((1, (2, 3))) as (a, (b, c)):
        return a, b, c


def unpack_fails():
    with CM(5) as (a, b):
        pass


def target_attr():
    d = {}
    with CM("v") as d["k"]:
        return d


def loop():
    for i in range(3):
        with CM(i):
            if i == 1:
                break
            continue
    return i


def no_protocol():
    with 5:
        pass


def half():
    class H:
        def __enter__(self):
            return 1
    with H():
        pass


def truthy():
    class T:
        def __enter__(self):
            pass

        def __exit__(self, *a):
            return [0]
    with T():
        1 / 0
    return "list is true"


for f in (plain, parens, swallow, inner_swallow, enter_fails, exit_fails, unpack, unpack_fails, target_attr, loop, no_protocol, half, truthy):
    run(f)


@contextlib.contextmanager
def tag(n):
    print(f"<{n}>")
    try:
        yield n.upper()
    except ValueError as e:
        print("tag saw", e)
    finally:
        print(f"</{n}>")


with tag("a") as t, tag("b"):
    print(t)
with tag("c"):
    raise ValueError("inside")


@tag("deco")
def decorated(x):
    return x


print(decorated(3))


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def never():
    if False:
        yield


for cm in (twice, never):
    try:
        with cm():
            print("body")
    except RuntimeError as e:
        print(e)
with contextlib.ExitStack() as st:
    print([st.enter_context(CM(i)) for i in range(3)])
    st.callback(print, "callback", sep="!")
    st.push(lambda *a: print("pushed", a[0]) or True)
    raise KeyError("x")
with contextlib.suppress(KeyError, IndexError):
    [][1]
with contextlib.nullcontext(9) as n:
    print(n)
class Res:
    def close(self):
        print("closed")
with contextlib.closing(Res()) as r:
    pass
import io
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print("hidden")
print(repr(buf.getvalue()))
