# concurrent.futures: the thread pool.
import concurrent.futures as cf, threading, time, re
from concurrent.futures import ThreadPoolExecutor, Future, wait, as_completed
def tr(f, *a, **k):
    try: r = f(*a, **k); print(getattr(f, '__name__', f), '->', r)
    except BaseException as e: print(getattr(f, '__name__', f), type(e).__module__ + '.' + type(e).__name__, e)
clean = lambda s: re.sub('0x[0-9a-f]+', '0x1', str(s))
with ThreadPoolExecutor(3, thread_name_prefix='pool') as ex:
    print(list(ex.map(pow, [1, 2, 3], [4, 5, 6])))
    f = ex.submit(lambda: threading.current_thread().name.split('_')[0]); print(f.result(), clean(f), f.done(), f.running(), f.cancelled(), f.cancel())
    f = ex.submit(lambda: 1 / 0); print(repr(f.exception()), clean(f)); tr(f.result)
    fs = [ex.submit(time.sleep, d) for d in (0.3, 0.01)]
    d, nd = wait(fs, return_when=cf.FIRST_COMPLETED); print(len(d), len(nd), fs[1] in d)
    d, nd = wait(fs); print(len(d), len(nd)); print(sorted(fs.index(x) for x in as_completed(fs)))
    f = ex.submit(time.sleep, 0.2); tr(f.result, timeout=0.01); tr(f.exception, 0.01)
    tr(next, as_completed([f], timeout=0)) if 0 else None
    it = ex.map(time.sleep, [0.2], timeout=0.01)
    try: next(it)
    except TimeoutError as e: print('map', type(e).__name__, cf.TimeoutError is TimeoutError)
tr(ex.submit, print)
tr(ThreadPoolExecutor, 0); tr(ThreadPoolExecutor, initializer=5)
log = []
def init(x): log.append((threading.current_thread().name.split('-')[0], x))
with ThreadPoolExecutor(1, 'w', init, (7,)) as ex: ex.submit(print, 'job').result()
print(log)
import logging; logging.disable(logging.CRITICAL)
def badinit(): raise ValueError('init')
ex = ThreadPoolExecutor(1, initializer=badinit)
f = ex.submit(print)
tr(f.result); tr(ex.submit, print); ex.shutdown()
ex = ThreadPoolExecutor(1); gate = threading.Event()
first = ex.submit(gate.wait); rest = [ex.submit(print, i) for i in range(3)]
while not first.running(): time.sleep(0.001)
ex.shutdown(wait=False, cancel_futures=True); gate.set(); first.result(); print([clean(r) for r in rest]); tr(rest[0].result)
f = Future(); calls = []
f.add_done_callback(lambda x: calls.append(x is f)); f.set_result(5); f.add_done_callback(lambda x: calls.append('late')); print(calls, f.result(), clean(f))
f = Future(); print(f.cancel(), f.cancelled(), f.set_running_or_notify_cancel()); tr(f.result)
f = Future(); print(f.set_running_or_notify_cancel(), f.cancel(), clean(f)); f.set_exception(KeyError('k')); tr(f.result)
print(sorted(n for n in dir(cf) if not n.startswith('_') and n[0].isupper()))
