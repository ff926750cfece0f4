import queue, threading, time, inspect, pickle, heapq, collections
from queue import *
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for C in (Queue, LifoQueue, PriorityQueue):
    print(C, C.__mro__, inspect.signature(C), C[int])
    for n in sorted(set(dir(C)) - set(dir(object))):
        if n.startswith('__'): continue
        o = inspect.getattr_static(C, n)
        if callable(o): print('  ', n, str(inspect.signature(o)).replace('self, /', 'self'))
    q = C(3)
    print(q.maxsize, type(q.queue), q.unfinished_tasks, q.is_shutdown, q.qsize(), q.empty(), q.full())
    for x in (3, 1, 2): q.put(x)
    print(q.full(), list(q.queue), q.unfinished_tasks, len(q.queue))
    tr(q.put, 4, False); tr(q.put, 4, True, 0.01); tr(q.put, 4, timeout=-1); tr(q.put_nowait, 5); tr(q.put, 4, True, 'x'); tr(q.put, 4, timeout=0)
    tr(q.put, 4, True, 1e30)
    print(q.get(), q.get(timeout=1), q.get_nowait())
    tr(q.get, False); tr(q.get, True, 0.01); tr(q.get, timeout=-1); tr(q.get_nowait); tr(q.get, True, 'x'); tr(q.get, timeout=0)
    for i in range(3): q.task_done()
    tr(q.task_done); q.join()
    q.put('a'); q.shutdown(); tr(q.put, 1); tr(q.get); tr(q.get); tr(q.get, False); print(q.is_shutdown)
    q = C(); q.put('b'); q.put('c'); q.shutdown(True); tr(q.get); print(q.unfinished_tasks, q.qsize()); q.join()
    tr(pickle.dumps, q)
    with q.mutex: print(q.mutex.locked(), q.not_empty._is_owned())
    print(q.not_empty._lock is q.mutex is q.not_full._lock is q.all_tasks_done._lock)
    tr(C, 1, 2); tr(C, x=1); tr(q.put); tr(q.get, 1, 2, 3); tr(q.put, 1, item=2); tr(q.qsize, 1)
q = PriorityQueue(); q.put((1,'a')); tr(q.put, (1, 5)); print(sorted(map(str, q.queue)), q.qsize())
class Rev(Queue):
    def _init(self, maxsize): print('_init', maxsize); self.queue = []
    def _qsize(self): return len(self.queue)
    def _put(self, item): self.queue.insert(0, item)
    def _get(self): return self.queue.pop(0)
r = Rev(2); r.put(1); r.put(2); tr(r.put_nowait, 3); print(r.get(), r.get(), r.empty(), r.full()); tr(r.get_nowait)
class Uniq(Queue):
    def _init(self, m): self.queue = set()
    def _put(self, i): self.queue.add(i)
    def _get(self): return self.queue.pop()
u = Uniq(); u.put(1); u.put(1); print(u.qsize(), u.get(), u.unfinished_tasks)
class Boom(Queue):
    def _put(self, item):
        if item == 'boom': raise ValueError('boom')
        super()._put(item)
b = Boom(); tr(b.put, 'boom'); b.put(1); print(b.get(), b.mutex.locked())
class Log(LifoQueue):
    def put(self, item, block=True, timeout=None): print('put', item, block); return super().put(item, block, timeout)
    def get(self, *a, **k): print('get', a, k); return super().get(*a, **k)
l = Log(); l.put_nowait(1); l.put(2); print(l.get_nowait(), l.get())
class WithAttr(Queue):
    def __init__(self, n): self.tag = 'x'; super().__init__(n); self.more = 1
w = WithAttr(1); w.put(1); print(w.tag, w.more, sorted(k for k in vars(w) if k in ('tag','more')), w.full())
class NoInit(Queue):
    def __init__(self): pass
tr(NoInit().put, 1); tr(NoInit().get); tr(NoInit().qsize)
q = Queue(); q._put = lambda item: q.queue.extend([item, item]); q.put(7); print(q.qsize())
q = Queue(); q.put(1); q.queue.clear(); print(q.qsize(), q.unfinished_tasks); q.queue = collections.deque([5, 6]); print(q.get(), q.get()); q.maxsize = 1; q.put(1); print(q.full()); tr(q.put_nowait, 1)
q = Queue(True); q.put(1); print(q.full(), q.maxsize); q = Queue(-1); q.put(1); print(q.full()); q = Queue(None); tr(q.put, 1); q = Queue(1.5); q.put(1); q.put(2); tr(q.put_nowait, 3)
old = Queue._get; Queue._get = lambda self: ('patched', old(self)); q = Queue(); q.put(1); print(q.get()); Queue._get = old; q.put(2); print(q.get())
print(repr(queue.Empty), repr(queue.Full), repr(queue.ShutDown), queue.Empty.__mro__)
# threads
q = Queue(2); out = []
def prod():
    for i in range(500): q.put(i)
    q.put(None)
def cons():
    while (x := q.get()) is not None: out.append(x); q.task_done()
    q.task_done()
ts = [threading.Thread(target=f) for f in (prod, cons)]
for t in ts: t.start()
for t in ts: t.join()
q.join(); print(out == list(range(500)), q.unfinished_tasks)
q = Queue(); res = []
def getter():
    try: q.get()
    except ShutDown: res.append('down')
ts = [threading.Thread(target=getter) for _ in range(3)]
for t in ts: t.start()
time.sleep(0.05); q.shutdown()
for t in ts: t.join()
print(res)
s = SimpleQueue(); tr(s.get, False); tr(s.get, timeout=0.01); tr(s.get, timeout=-1); s.put(1); s.put(2); print(s.get(), s.qsize(), s.get_nowait(), s.empty()); tr(s.get, True, 1e30)
