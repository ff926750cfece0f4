# threading: errors, names, exceptions in threads, hooks, timers.
import sys, threading, time, io, _thread, contextlib, atexit
def tr(f, *a, **k):
    try: r = f(*a, **k); print(getattr(f, '__name__', f), '->', r)
    except BaseException as e: print(getattr(f, '__name__', f), type(e).__name__, e)
def nothing(): pass
t = threading.Thread(target=nothing)
tr(t.join); print(t, t.ident, t.native_id, t.is_alive(), t.daemon)
t.start(); t.join(); tr(t.start); print(t.is_alive(), str(t).split(',')[0], t.name)
t = threading.Thread(); print(t.name); t = threading.Thread(name='x'); print(t.name)
class Sub(threading.Thread): pass
print(Sub(target=nothing).name, threading.Thread(target=lambda: 0).name, threading.Thread(target=print).name)
tr(threading.current_thread().join)
tr(setattr, threading.current_thread(), 'daemon', True)
m = threading.main_thread(); print(repr(m).split(' started')[0], m.is_alive(), m.name, m.daemon, m.ident == threading.get_ident(), m.native_id == threading.get_native_id())
print(threading.active_count(), threading.enumerate() == [m], threading.current_thread() is m)
tr(threading.Thread, 1); tr(threading.Thread, None, kwargs=5); tr(threading.Thread, daemon=True, target=nothing) if 0 else None
tr(threading.Thread, None, nothing, 'n', (), {}, 1)
class NoInit(threading.Thread):
    def __init__(self): pass
for f in ('start', 'join', 'is_alive', 'name', 'daemon'):
    try: getattr(NoInit(), f)()
    except Exception as e: print(f, type(e).__name__, e)
res = []
def selfjoin():
    try: threading.current_thread().join()
    except RuntimeError as e: res.append(str(e))
    res.append((threading.current_thread().name, threading.active_count(), threading.current_thread().daemon))
t = threading.Thread(target=selfjoin, name='me', daemon=True); t.start(); t.join(); print(res)
print(t.join(0), t.join(-1) if 0 else None)
def inherit(): res.append(threading.Thread(target=nothing).daemon)
res.clear(); t = threading.Thread(target=inherit, daemon=True); t.start(); t.join(); print(res)
# exceptions
import re
def clean(s):
    s = re.sub(r'File ".*?threading.py", line \d+', 'File "threading.py", line N', s)
    s = re.sub(r'File ".*?/([^/"]+\.py)"', r'File "\1"', s)
    return re.sub(r'thread \d+:', 'thread N:', re.sub(r'0x[0-9a-f]+', '0x1', s))
@contextlib.contextmanager
def caught():
    old = sys.stderr; sys.stderr = io.StringIO()
    try: yield
    finally: s = sys.stderr.getvalue(); sys.stderr = old; print(clean(s), end='')
def bad(): raise ValueError('oops')
def chain():
    try: bad()
    except ValueError as e: raise KeyError('k') from e
class BadName(threading.Thread):
    @property
    def name(self): raise RuntimeError('no name')
    @name.setter
    def name(self, v): pass
def grp(): raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
def noted():
    e = OSError(5, 'x'); e.add_note('a note'); raise e
def run(f, **k):
    print('---', f.__name__)
    with caught():
        t = threading.Thread(target=f, **k); t.start(); t.join()
run(bad, name='named'); run(chain, name='c'); run(grp, name='g'); run(noted, name='n')
def ex(): sys.exit(3)
run(ex); run(lambda: _thread.exit())
def sub(): raise SystemExit('text')
run(sub)
def gen(): raise GeneratorExit
run(gen, name='ge')
def ki(): raise KeyboardInterrupt
run(ki, name='ki')
def raw():
    raise ValueError('raw')
with caught():
    threading.stack_size(0)
    done = threading.Event(); n = _thread._count()
    _thread.start_new_thread(raw, ())
    while _thread._count() > n: time.sleep(0.001)
    time.sleep(0.01)
# excepthook
def hook(args): print('hook', type(args).__name__, args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)
threading.excepthook = hook
run(bad, name='h')
def badhook(args): raise RuntimeError('in hook')
threading.excepthook = badhook
run(bad, name='bh')
threading.excepthook = threading.__excepthook__
sysold = sys.excepthook
with caught():
    threading.excepthook(threading.ExceptHookArgs([ValueError, ValueError('v'), None, None]))
    threading.excepthook(threading.ExceptHookArgs([SystemExit, SystemExit(), None, None]))

tr(threading.excepthook, 3); tr(threading.ExceptHookArgs, [1])
# timer
tm = threading.Timer(0.01, lambda *a, **k: print('timer', a, k), (1,), {'x': 2}); tm.start(); tm.join(); print(tm.finished.is_set())
tm = threading.Timer(5, print); tm.start(); tm.cancel(); tm.join(); print('cancelled', type(tm).__name__)
print(threading.TIMEOUT_MAX, threading.stack_size())
tr(threading.stack_size, -1); tr(threading.stack_size, 5)
tr(threading.Lock().acquire, timeout=threading.TIMEOUT_MAX)
tr(threading.Lock().release); tr(threading.RLock().release); tr(threading.Condition().wait); tr(threading.Condition().notify); tr(threading.Semaphore, -1); tr(threading.Barrier, 0) if 0 else None
print(threading.gettrace(), threading.getprofile())
t = threading.Thread(target=time.sleep, args=(0.3,)); t.start(); s = time.monotonic(); t.join(0.02); print(t.is_alive(), time.monotonic() - s < 0.25); t.join(); print(t.is_alive())
tr(threading._register_atexit, 5) if 0 else None
threading._register_atexit(lambda: print('threading atexit', threading.active_count()))
atexit.register(lambda: print('atexit', threading.active_count(), threading.main_thread().is_alive()))
def late():
    time.sleep(0.05); print('late thread ends')
threading.Thread(target=late).start()
def forever():
    while True: time.sleep(0.001)
threading.Thread(target=forever, daemon=True).start()
class D:
    def __del__(self): print('del')
print('main ends')
