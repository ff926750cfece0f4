# Contexts and threads.
import contextvars, threading, re
from concurrent.futures import ThreadPoolExecutor
v = contextvars.ContextVar('v', default='default')
v.set('main')
out = []
def worker(n):
    out.append((n, v.get()))
    v.set(n)
    out.append((n, v.get(), len(contextvars.copy_context())))
for i in range(2):
    t = threading.Thread(target=worker, args=(i,)); t.start(); t.join()
print(out, v.get())
ctx = contextvars.copy_context()
inside, leave = threading.Event(), threading.Event()
def stay():
    v.set('thread'); inside.set(); leave.wait()
t = threading.Thread(target=ctx.run, args=(stay,)); t.start(); inside.wait()
try: ctx.run(print)
except RuntimeError as e: print(re.sub('0x[0-9a-f]+', '0x1', str(e)))
leave.set(); t.join()
print(ctx[v], v.get(), ctx.run(v.get))
try: ctx.run(lambda: ctx.run(print))
except RuntimeError as e: print(type(e).__name__)
tok = v.set('x')
def reset():
    try: v.reset(tok)
    except ValueError as e: out.append(re.sub('0x[0-9a-f]+', '0x1', str(e)))
out.clear(); t = threading.Thread(target=reset); t.start(); t.join(); print(out)
v.reset(tok); print(v.get(), tok.old_value, tok.var is v)
try: v.reset(tok)
except RuntimeError as e: print(re.sub('0x[0-9a-f]+', '0x1', str(e)))
entered = []; errors = []; start = threading.Barrier(4)
def race():
    start.wait()
    for _ in range(300):
        try: ctx.run(lambda: entered.append(1))
        except RuntimeError: errors.append(1)
ts = [threading.Thread(target=race) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(entered) + len(errors), len(entered) > 0)
with ThreadPoolExecutor(2) as ex:
    print(list(ex.map(lambda i: v.get(), range(3))), ex.submit(contextvars.copy_context().run, v.get).result())
