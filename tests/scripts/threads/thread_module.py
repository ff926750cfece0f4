# The _thread module: argument errors, handles, thread-local data.
import _thread, threading
def tr(f, *a, **k):
    try: print(getattr(f,'__name__',f), a, k, '->', f(*a, **k))
    except BaseException as e: print(getattr(f,'__name__',f), a, k, type(e).__name__, e)
L = _thread.allocate_lock
tr(_thread.lock, 1); tr(_thread.lock, a=1); print(type(_thread.LockType()).__name__, type(_thread.RLock(1, a=2)).__name__)
try:
    class X(_thread.lock): pass
except TypeError as e: print(e)
try:
    class X(_thread._ThreadHandle): pass
except TypeError as e: print(e)
class R(_thread.RLock): pass
print(repr(R())[:30], repr(_thread.RLock())[:30], repr(L())[:30])
l = L()
for a,k in [((1,2,3),{}),((),{'x':1}),((0,1),{}),((False,5),{}),((1,-2),{}),((1,'x'),{}),((1,1e30),{}),((1,float('nan')),{}),((1,float('inf')),{}),((1,1e10),{}),((),{'timeout':0}),((),{'blocking':0}),((),{'timeout':-1.0}),((),{'timeout':None}), (('a',),{}), ((1,-0.5),{})]:
    l2 = L(); tr(l2.acquire, *a, **k)
    l2 = _thread.RLock(); tr(l2.acquire, *a, **k)
tr(l.release); tr(l.acquire); tr(l.acquire,False); tr(l.locked); tr(l.release); tr(l.release,1)
tr(l.__enter__); tr(l.__exit__); tr(l.__enter__, 1) 
l=L(); l.acquire(); tr(l.__exit__,1,2,3,4); tr(l.locked)
r=_thread.RLock(); tr(r.release); tr(r.__exit__); tr(r.__enter__); print(r._release_save()[0])
r=_thread.RLock(); tr(r._release_save); tr(r._acquire_restore, 1); tr(r._acquire_restore, (1,)); tr(r._acquire_restore,(1,'a')); tr(r._recursion_count); tr(r._is_owned)
r._acquire_restore((3,0)) ; print(repr(r).split(' owner')[0], r._recursion_count())
for a in [(), (1,), (1,2), (print,2), (print,(),3), (print,(),{},4), (print, [])]: tr(_thread.start_new_thread, *a)
tr(_thread.start_new_thread, print, (), k=1)
for k in [{}, {'function':1}, {'function':print,'handle':1}, {'function':print,'daemon':1,'x':2}]: tr(_thread.start_joinable_thread, **k)
tr(_thread.start_joinable_thread, 1,2,3,4)
h=_thread._ThreadHandle(); print(repr(h)); tr(h.join); tr(h.is_done); tr(h._set_done); tr(h.join,1,2); tr(h.join,'a'); print(h.ident)
tr(_thread._ThreadHandle, 1)
h=_thread._make_thread_handle(5); print(repr(h), h.ident, h.is_done()); h._set_done(); print(h.is_done(), h.join()); print(repr(h))
for a in [('x',),(-1,),(2**64,),(2**70,)]: tr(_thread._make_thread_handle, *a)
for a in [('x',),(-1,),(0,),(1,),(4095,),(32768,),(2**63,),(2**40,),(1,2),(0,)]: tr(_thread.stack_size, *a)
for a in [('x',),(-1,),(0,),(65,),(1,2)]: tr(_thread.interrupt_main, *a)
tr(_thread.interrupt_main, signum=2)
tr(_thread.exit); tr(_thread.exit_thread); tr(_thread.exit,1)
tr(_thread._excepthook, 1); tr(_thread._excepthook); tr(_thread._ExceptHookArgs, 1); tr(_thread._ExceptHookArgs, (1,2)); tr(_thread._ExceptHookArgs,(1,2,3,4))
print(_thread.TIMEOUT_MAX, _thread._is_main_interpreter(), _thread.daemon_threads_allowed(), _thread._count())
tr(_thread._local, 1); tr(_thread._local, a=1)
x=_thread._local()
try: x.__dict__={}
except Exception as e: print(type(e).__name__, e)
try: del x.__dict__
except Exception as e: print(type(e).__name__, e)
try: x.a
except Exception as e: print(type(e).__name__, e, e.name, e.obj is x)
try: del x.a
except Exception as e: print(type(e).__name__, e, e.name)
class S(_thread._local):
    __slots__=('q',)
s=S(); s.q=1
def f():
    print(s.q); s.q=2
t=threading.Thread(target=f); t.start(); t.join(); print(s.q)
try: s.zz=1; print('set', s.__dict__)
except Exception as e: print(type(e).__name__, e)
class S(_thread._local):
    cls=1
    def __init__(self,*a,**k): print('init',a,k); self.v=a
    @property
    def p(self): return 'p',self.v
    def __getattr__(self,n): return 'dyn '+n
s=S(1,k=2)
def f(): print(s.v, s.p, s.cls, s.nope, s.__dict__, vars(s), [n for n in dir(s) if n[0]!='_'])
t=threading.Thread(target=f); t.start(); t.join()
import copy, pickle
tr(copy.copy, x) if 0 else None
try: copy.copy(x)
except Exception as e: print(type(e).__name__, e)
try: pickle.dumps(x)
except Exception as e: print(type(e).__name__, e)
try: pickle.dumps(L())
except Exception as e: print(type(e).__name__, e)
class B(_thread._local):
    n=0
    def __init__(self):
        B.n+=1
        if B.n in (2,3): raise ValueError(B.n)
        self.ok=B.n
b=B()
def f():
    for i in range(3):
        try: print(b.ok)
        except ValueError as e: print('ValueError',e)
t=threading.Thread(target=f); t.start(); t.join()
class N(_thread._local):
    def __new__(cls,*a): return super().__new__(cls,*a)
    def __init__(self,*a): self.a=a
n=N(1,2)
def f(): print(n.a)
t=threading.Thread(target=f); t.start(); t.join()
class M(_thread._local): pass
tr(M,1)
m=M(); m.x=1; print(m.__dict__, M.__dict__.get('__dict__') is not None, '__dict__' in dir(M), '__weakref__' in dir(M))
m.__class__ ; print(hash(m)==object.__hash__(m), m==m)
