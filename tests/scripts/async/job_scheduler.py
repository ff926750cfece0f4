# pipeline with many stages
import asyncio, random, heapq, time
from dataclasses import dataclass, field
@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
    deps: set = field(default_factory=set, compare=False)
class Cycle(Exception): pass
class Scheduler:
    def __init__(self, jobs, workers=2):
        self.jobs = {j.name: j for j in jobs}; self.q = asyncio.PriorityQueue(); self.done = {}
        self.workers = workers; self.log = []
    async def worker(self, wid):
        while True:
            job = await self.q.get()
            try:
                await asyncio.sleep(0)
                if job.name.startswith("bad"): raise RuntimeError(f"job {job.name} failed")
                self.log.append(job.name); self.done[job.name] = True
                for other in self.jobs.values():
                    if job.name in other.deps:
                        other.deps.discard(job.name)
                        if not other.deps: await self.q.put(other)
            finally:
                self.q.task_done()
    async def run(self):
        ready = [j for j in self.jobs.values() if not j.deps]
        if not ready: raise Cycle("no roots")
        for j in ready: self.q.put_nowait(j)
        async with asyncio.TaskGroup() as tg:
            ws = [tg.create_task(self.worker(i)) for i in range(self.workers)]
            await self.q.join()
            for w in ws: w.cancel()
        return self.log
async def main():
    j = [Job(3, "c", {"a", "b"}), Job(1, "a"), Job(2, "b"), Job(0, "d", {"c"}), Job(5, "e", {"a"})]
    print(await Scheduler(j, 1).run())
    try: await Scheduler([Job(1, "a", {"b"}), Job(1, "b", {"a"})]).run()
    except Cycle as e: print("cycle:", e)
    try: await Scheduler([Job(1, "bad1"), Job(2, "bad2")], 1).run()
    except* RuntimeError as eg: print([str(e) for e in eg.exceptions])
    async def ticker(n):
        for i in range(n): yield i; await asyncio.sleep(0)
    async def amap(f, it):
        async for x in it: yield f(x)
    async def merge(*its):
        q = asyncio.Queue(); S = object(); n = len(its)
        async def pump(it):
            async for x in it: await q.put(x)
            await q.put(S)
        ts = [asyncio.create_task(pump(i)) for i in its]
        while n:
            v = await q.get()
            if v is S: n -= 1
            else: yield v
    print(sorted([x async for x in merge(amap(str, ticker(3)), amap(lambda x: "x%d" % x, ticker(4)))]))
    cache = {}
    def memo(f):
        async def w(*a):
            if a not in cache: cache[a] = asyncio.ensure_future(f(*a))
            return await cache[a]
        return w
    calls = 0
    @memo
    async def fib(n):
        nonlocal calls; calls += 1
        return n if n < 2 else sum(await asyncio.gather(fib(n - 1), fib(n - 2)))
    print(await fib(50), calls)
    async def rec(n): return 0 if n == 0 else 1 + await rec(n - 1)
    print(await rec(300))
    try: await rec(10000)
    except RecursionError as e: print("rec", str(e)[:32])
asyncio.run(main())
