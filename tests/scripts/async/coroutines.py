import types


def run(c):
    """Drives a coroutine by hand."""
    steps = []
    try:
        while True:
            steps.append(c.send(None))
    except StopIteration as e:
        return e.value, steps


@types.coroutine
def pause(v):
    r = yield v
    return r


class Aw:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield f"wait {self.v}"
        return self.v * 2


async def leaf(x):
    await pause(x)
    return x + 1


async def main():
    a = await leaf(1)
    b = await Aw(5)
    return a, b, [await leaf(i) for i in range(2)], {i: await leaf(i) async for i in agen(2)}


async def agen(n):
    for i in range(n):
        await pause(f"g{i}")
        yield i


print(run(main()))


class CM:
    async def __aenter__(self):
        await pause("enter")
        return "value"

    async def __aexit__(self, *e):
        await pause("exit")
        print("exit", e[0] and e[0].__name__)
        return e[0] is KeyError


async def uses():
    async with CM() as v:
        print(v)
    async with CM():
        raise KeyError("swallowed")
    try:
        async with CM():
            raise ValueError("passes")
    except ValueError as e:
        print("caught", e)
    async for x in agen(2):
        print("loop", x)
    else:
        print("else")
    return [x async for x in agen(3) if x], (await anext(agen(1))), await anext(agen(0), "default")


print(run(uses()))


class It:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


async def it():
    return [x async for x in It()], [x async for x in aiter(It())]


print(run(it()))


async def bad(kind):
    if kind == 0:
        await 5
    if kind == 1:
        async for x in [1]:
            pass
    if kind == 2:
        async with 5:
            pass
    if kind == 3:
        await leaf
    if kind == 4:
        await anext(5)
    if kind == 5:
        raise StopIteration(1)
    if kind == 6:
        with CM():
            pass
    if kind == 7:
        for x in agen(1):
            pass


for k in range(8):
    try:
        run(bad(k))
    except (TypeError, RuntimeError) as e:
        print(k, type(e).__name__, e)
c = leaf(1)
print(type(c).__name__, c.cr_running, c.cr_await, c.__name__)
c.close()
for op in (lambda: c.send(None), lambda: iter(c), lambda: next(c)):
    try:
        op()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
c = leaf(2)
c.send(None)
try:
    c.throw(ValueError("thrown"))
except ValueError as e:
    print(e)
g = agen(3)
print(type(g).__name__, type(g.asend(None)).__name__, type(g.aclose()).__name__)
print(run(g.asend(None)), run(g.aclose()))
try:
    run(g.__anext__())
except StopAsyncIteration as e:
    print("StopAsyncIteration", e.args)
for src in ("await x", "async for x in y: pass", "def f(): await x", "async def f(): yield from x", "async def f():\n yield 1\n return 2", "def f(): [x async for x in y]", "async with a: pass", "async x = 1", "async def f(x=await y): pass", "lambda: await x"):
    try:
        compile(src, "s", "exec")
        print("ok", src)
    except SyntaxError as e:
        print(src.replace("\n", ";"), "|", e.msg)
