"""Coroutines."""
import types


def show(*a): print(*a)


@types.coroutine
def sw(v): return (yield v)
class AI:
    def __init__(s, n): s.n = n; s.i = 0
    def __aiter__(s): return s
    async def __anext__(s):
        if s.i >= s.n: raise StopAsyncIteration
        s.i += 1
        await sw("tick")
        return s.i
class AC:
    async def __aenter__(s): await sw("aenter"); return "ac"
    async def __aexit__(s, t, v, tb): await sw("aexit"); show("aexit", t and t.__name__); return True
async def ag(n):
    try:
        for i in range(n):
            x = yield i
            await sw(("ag", i))
    finally: show("ag fin")
async def main():
    async for x in AI(2): show("x", x)
    else: show("async else")
    async with AC() as c:
        show(c)
        raise ValueError
    show([x async for x in AI(3) if x != 2], {x: await sw(x) async for x in AI(1)})
    show([x async for x in ag(3)])
    g = (x * 2 async for x in AI(2))
    async for v in g: show("g", v)
    a = ag(5)
    async for v in a:
        if v == 1: break
    await a.aclose()
    r = await sw("last")
    try: await sw("throw")
    except KeyError as e: show("KE", e)
    return r
co = main()
v = None
n = 0
while True:
    try:
        if v == "throw": v = co.throw(KeyError("kk"))
        else: v = co.send(v)
        n += 1
        show("->", v)
    except StopIteration as e:
        show("result", e.value); break
