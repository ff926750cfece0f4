"""Queue, LifoQueue, PriorityQueue, one with methods of its own, and SimpleQueue:
every item comes out once, in order where there is one; join() and shutdown() let
everyone go."""
import queue
import threading
from common import THREADS, more, phases, report, rng, run


class Overridden(queue.Queue):
    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


def hammer(q, ordered):
    half = THREADS // 2
    sent, got = [0] * half, [[] for _ in range(half)]
    simple = isinstance(q, queue.SimpleQueue)

    def producer(i):
        i //= 2
        k = 0
        while more() or k == 0:
            try:
                if simple or rng.random() < 0.7:
                    q.put((1, i, k))
                elif rng.random() < 0.5:
                    q.put((1, i, k), timeout=0.0005)
                else:
                    q.put_nowait((1, i, k))
                k += 1
            except queue.Full:
                pass
        sent[i] = k

    def consumer(i):
        i //= 2
        while True:
            try:
                x = q.get(timeout=0.001) if rng.random() < 0.2 else q.get()
            except queue.Empty:
                continue
            if not simple:
                q.task_done()
            if x[0] == 2:
                q.put(x)
                if not simple:
                    q.get
                return
            got[i].append(x)

    def close():
        pass
    producers = threading.Barrier(half)

    def produce(i):
        producer(i)
        if producers.wait() == 0:
            if simple or type(q) is queue.LifoQueue:
                while q.qsize():
                    pass
            q.put((2, 0, 0))
    run(*[produce, consumer] * half)
    every = [x for g in got for x in g]
    assert len(every) == sum(sent) == len(set(every)), (len(every), sum(sent), len(set(every)))
    if ordered:
        for g in got:
            last = {}
            for _, i, k in g:
                assert last.get(i, -1) < k, "out of order"
                last[i] = k
    return len(every)


def tasks():
    """join() returns when the last task is done, not before."""
    n = 0
    while more():
        q, done = queue.Queue(2), [0] * THREADS

        def work(i):
            if i == 0:
                for k in range(50):
                    q.put(k)
                q.join()
                assert sum(done) == 50, done
                q.shutdown()
            else:
                try:
                    while True:
                        q.get()
                        done[i] += 1
                        q.task_done()
                except queue.ShutDown:
                    pass
        run(*[work] * THREADS)
        n += 50
    return n


if __name__ == "__main__":
    kinds = [(queue.Queue, (16,), True), (queue.Queue, (), True), (queue.LifoQueue, (16,), False), (queue.PriorityQueue, (16,), False),
             (Overridden, (16,), True), (queue.SimpleQueue, (), True)]
    ps = phases(len(kinds) + 1)
    n = [hammer(c(*a), o) for (c, a, o), _ in zip(kinds, ps)]
    next(ps)
    report(items=sum(n), tasks=tasks())
