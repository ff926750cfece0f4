import threading, time, pickle
from concurrent.futures import *
from concurrent.futures import _base
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
import re
def rp(o): print(re.sub('0x[0-9a-f]+','X',repr(o)))
F = Future; print(F, F.__mro__, Future[int])
f = F(); rp(f); print(f._state, f._result, f._exception, f._waiters, f._done_callbacks, f.done(), f.running(), f.cancelled())
tr(f.result, 0.01); tr(f.exception, 0); tr(f.result, timeout='x')
f.add_done_callback(lambda f: print('cb', f.result()))
print(f.set_running_or_notify_cancel(), f.running(), f.cancel()); rp(f)
f.set_result(42); rp(f); print(f.result(), f.exception(), f.done()); 

for g in f.set_result, f.set_exception:
    try: g(1)
    except InvalidStateError as e: print(re.sub('0x[0-9a-f]+', 'X', str(e)))
f.add_done_callback(lambda f: print('late'))
f = F(); f.set_exception(KeyError('k')); rp(f); tr(f.result); print(repr(f.exception()))
f = F(); print(f.cancel(), f.cancel(), f.cancelled(), f.done()); tr(f.result); tr(f.exception); print(f.set_running_or_notify_cancel(), f._state); rp(f)
f = F(); f.add_done_callback(lambda f: print('canceled cb', f.cancelled())); f.cancel()
import logging; logging.basicConfig(format='%(levelname)s %(name)s %(message)s', stream=__import__('sys').stdout)
logging.Logger.manager.disable = 0
_base.LOGGER.addHandler(logging.NullHandler())
class Sub(F):
    def __init__(self): super().__init__(); self.extra = 1
    def _invoke_callbacks(self): print('sub'); super()._invoke_callbacks()
s = Sub(); s.add_done_callback(print if 0 else lambda f: print('x', f.extra)); s.set_result(1); print(s.__dict__.get('extra'))
f = F(); f._state = 'FINISHED'; f._result = 9; print(f.result()); f._exception = OSError('e'); tr(f.result)
tr(pickle.dumps, F())
class NI(F):
    def __init__(self): pass
tr(NI().done)
with ThreadPoolExecutor(3) as ex:
    fs = [ex.submit(pow, i, 2) for i in range(10)]
    print([f.result() for f in fs], sorted(f.result() for f in as_completed(fs)), len(wait(fs).done))
    print(list(ex.map(abs, [-1, -2], timeout=5)))
    bad = ex.submit(lambda: 1/0); tr(bad.result); print(type(bad.exception()))
    slow = ex.submit(time.sleep, 0.2); tr(slow.result, 0.01); print(wait([slow], 0.01).not_done == {slow})
    try:
        for _ in as_completed([slow], 0.01): pass
    except TimeoutError as e: print(e)
f = F()
def later(): time.sleep(0.02); f.set_result('later')
t = threading.Thread(target=later); t.start(); print(f.result()); t.join()
tr(f.set_result); tr(F, 1)
with f._condition: print(f._condition._is_owned(), f.done())
