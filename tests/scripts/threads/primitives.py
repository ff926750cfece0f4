import threading, inspect, pickle, copy, weakref, time
from threading import *
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
for C in (Condition, Semaphore, BoundedSemaphore, Event, Barrier):
    print(C, C.__module__, C.__qualname__, C.__mro__, C.__bases__, C.__flags__ & (1<<9) != 0, inspect.signature(C))
    for n in sorted(set(dir(C)) - set(dir(object))):
        if n.startswith('__') and n not in ('__init__','__enter__','__exit__'): continue
        o = inspect.getattr_static(C, n)
        if n.startswith('_') and not n.startswith('__'): continue
        if n in ('acquire','release') and C is Condition: continue
        try: print('  ', n, str(inspect.signature(o)).replace('self, /', 'self') if callable(o) else 'prop')
        except Exception as e: print('  ', n, e)
c = Condition()
tr(c.wait); tr(c.notify); tr(c.notify_all); tr(c.release)
with c:
    tr(c.wait, 0); tr(c.wait, 0.001); tr(c.wait, -1); tr(c.wait, 'x'); tr(c.wait, float('nan')); tr(c.wait, 1e30); tr(c.notify, 3); tr(c.notify, 'x'); tr(c.wait_for, lambda: 0, 0.01); tr(c.wait_for, lambda: 7)
    tr(c.wait_for, lambda: [], timeout=-5)
    print(c.acquire(), c.release(), c._is_owned(), c.acquire(False), c.acquire(True, 1))
    c.release(); c.release()
print(c._is_owned())
import re
def rp(o): print(re.sub(r'0x[0-9a-f]+|owner=\d+', 'X', repr(o)))
rp(c); rp(Condition(Lock())); rp(Event()); rp(Semaphore(3)); rp(BoundedSemaphore(2)); rp(Barrier(3))
tr(Semaphore, -1); tr(BoundedSemaphore, -1); tr(Semaphore, 'a'); tr(Barrier, 0); tr(Condition, 5); tr(Event, 1); tr(Barrier)
s = Semaphore(1)
tr(s.acquire, False, 1); tr(s.acquire, False); tr(s.acquire, False); tr(s.acquire, timeout=0.01); tr(s.acquire, True, -1); tr(s.release, 0); tr(s.release, 2); print(s._value)
b = BoundedSemaphore(1); tr(b.release); tr(b.acquire); tr(b.release); tr(b.release, 5); print(b._value, b._initial_value)
for o in (c, s, b, Event(), Barrier(2)): tr(pickle.dumps, o)
print(weakref.ref(c)() is c, weakref.ref(s._cond)() is s._cond)
class E2(Event):
    def is_set(self): return 'mine'
    def __init__(self): self.x = 1; super().__init__()
e = E2(); print(e.is_set(), e.wait(0.01), e.x)
e.set(); print(e.wait(), Event.is_set(e)); e.clear(); print(e._flag); rp(e)
Event.foo = lambda self: 'foo'; print(e.foo()); del Event.foo
tr(lambda: Event().bar); tr(setattr, Event(), 'bar', 1)
class S2(Semaphore):
    def release(self, n=1): print('rel', n); super().release(n)
    def acquire(self, *a): print('acq'); return super().acquire(*a)
with S2(1) as r: print(r)
class C2(Condition):
    def wait(self, timeout=None): print('wait', timeout and round(timeout)); return True
    def notify(self, n=1): print('notify', n)
k = C2(); it = iter([0,0,1])
with k: print(k.wait_for(lambda: next(it))); k.notify_all()
it = iter([0,0,1])
with k: print(k.wait_for(lambda: next(it), 10) )
class NoInit(Event):
    def __init__(self): pass
tr(NoInit().wait)
class NoInit(Condition):
    def __init__(self): pass
tr(NoInit().wait)
class L:
    def __init__(s): s.l = threading.Lock(); s.n=0
    def acquire(s,*a): return s.l.acquire(*a)
    def release(s): s.l.release()
    def __enter__(s): s.acquire(); return 'L'
    def __exit__(s,*a): s.release(); return False
c = Condition(L())
tr(c.wait)
def noti():
    time.sleep(0.02)
    with c: c.notify()
t = Thread(target=noti); t.start()
with c as x: print(x, c.wait(), c._is_owned(), c._lock.l.locked())
t.join()
class RL(L):
    def _release_save(s): print('rs'); s.release(); return 42
    def _acquire_restore(s, x): print('ar', x); s.acquire()
    def _is_owned(s): print('io'); return True
c = Condition(RL())
with c: print(c.wait(0.001)); c.notify()
b = Barrier(2, timeout=0.02)
tr(b.wait); print(b.broken, b.n_waiting, b.parties); rp(b); b.reset(); print(b.broken)
b.abort(); tr(b.wait)
b = Barrier(1, lambda: print('act')); print(b.wait(), b.wait())
b = Barrier(1, lambda: 1/0); tr(b.wait); print(b.broken); tr(b.wait, 1)
print(threading.main_thread()._started.is_set(), threading.BrokenBarrierError.__mro__)
import warnings
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w:
    e.isSet(); 
    with k: k.notifyAll()
    for x in w: print(x.category.__name__, x.message, x.lineno)
