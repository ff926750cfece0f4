import asyncio, sys, traceback
log = []
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: log.append(("got", got))
    except GeneratorExit:
        log.append("genexit"); raise
    except ValueError as e:
        log.append(("ve", str(e)))
        yield "recovered"
    finally:
        log.append("fin")
async def main():
    print([x async for x in agen(3)])
    print({x: x*x async for x in agen(4) if x % 2})
    print({x async for x in agen(2)})
    g = agen(3)
    print(await g.__anext__(), await g.asend("hello"), await g.athrow(ValueError("boo")))
    try: await g.__anext__()
    except StopAsyncIteration as e: print("SAI", repr(e), e.args)
    await g.aclose()
    g = agen(3)
    await anext(g)
    await g.aclose()
    print(await anext(g, "dflt"))
    try: await anext(g)
    except StopAsyncIteration: print("stop")
    g = agen(1)
    try: await g.asend(1)
    except TypeError as e: print(e)
    print(g.ag_running, g.ag_frame is None, g.ag_code.co_name, g.ag_await, g.__name__, g.__qualname__)
    print(log)
    genexp = (x + 1 async for x in agen(3))
    print(type(genexp), [y async for y in genexp])
    async def inner(x):
        await asyncio.sleep(0); return x * 10
    print([await inner(i) for i in range(3)])
    print([[await inner(i + j) for i in range(2)] for j in range(2)])
    print([y async for y in (await inner(x) async for x in agen(3))])
    print(sum([await inner(i) for i in range(3)]), any([await inner(0)]))
    try:
        list(x async for x in agen(2))
    except TypeError as e: print(e)
    try:
        for x in agen(1): pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    class BadIter:
        def __aiter__(self): return 5
    try:
        async for x in BadIter(): pass
    except TypeError as e: print(e)
    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in BadNext(): pass
    except TypeError as e: print(e, "|", repr(e.__cause__))
    class Sync:
        def __enter__(self): return self
        def __exit__(self,*a): pass
    try:
        async with Sync(): pass
    except TypeError as e: print(e)
    class OnlyEnter:
        async def __aenter__(self): return 1
    try:
        async with OnlyEnter(): pass
    except TypeError as e: print(e)
    class NA:
        def __aenter__(self): return 1
        async def __aexit__(self, *a): pass
    try:
        async with NA(): pass
    except TypeError as e: print(e)
    class NB:
        async def __aenter__(self): return 1
        def __aexit__(self, *a): return 3
    try:
        async with NB(): pass
    except TypeError as e: print(e)
    try:
        async with NB(): 1/0
    except TypeError as e: print(e, repr(e.__context__))
    try: await 5
    except TypeError as e: print(e)
    try: await agen(2)
    except TypeError as e: print(e)
    class BadAwait:
        def __await__(self): return [1]
    try: await BadAwait()
    except TypeError as e: print(e)
    class CoroAwait:
        def __await__(self): return inner(1)
    try: await CoroAwait()
    except TypeError as e: print(e)
    c = inner(1)
    await c
    try: await c
    except RuntimeError as e: print(e)
    c = inner(2); 
    try:
        c.send(5)
    except TypeError as e: print(e)
    c.close()
    print(c.cr_running, c.cr_frame, c.cr_code.co_name, c.cr_origin)
    async def raises_sai():
        raise StopAsyncIteration
    async def g2():
        await raises_sai(); yield 1
    try:
        async for x in g2(): pass
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def raises_si():
        raise StopIteration(3)
    try: await raises_si()
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def ignoring():
        try: yield 1
        finally:
            yield 2
    g = ignoring(); await anext(g)
    try: await g.aclose()
    except RuntimeError as e: print(e)
asyncio.run(main())
