# Errors at the edges: hooks that fail, threads whose name or repr raises, the
# interpreter's end.
import atexit, contextvars, inspect, io, os, subprocess, sys, threading, weakref

def told(program, *options):
    r = subprocess.run([sys.executable, *options, "-c", program], capture_output=True, text=True)
    print(r.returncode, r.stdout.splitlines())
    for line in r.stderr.splitlines():
        if not line.lstrip().startswith(("File", "^", "~")) and line.strip() and "0x" not in line:
            print("   ", line.strip())

told("""
import sys
def hook(*a): raise ValueError('in the hook')
sys.excepthook = hook
1/0
""")
told("""
import threading
def bad(): raise ValueError('x')
threading._register_atexit(print, 'before')
threading._register_atexit(bad)
""")
told("""
import threading, time, os, signal
def f():
    time.sleep(.2); os.kill(os.getpid(), signal.SIGINT); time.sleep(.2)
threading.Thread(target=f).start()
""")
told("""
import threading
class T(threading.Thread):
    @property
    def name(self): raise KeyError('name')
    @name.setter
    def name(self, v): pass
t = T(target=lambda: 1/0); t.start(); t.join(); print('ok')
""")
told("""
import _thread
class C:
    def __call__(self): raise ValueError
    def __repr__(self): return '<C>'
class D(C):
    def __repr__(self): raise KeyError
_thread.start_joinable_thread(C()).join()
_thread.start_joinable_thread(D()).join()
""")
told("""
import atexit
def f(): raise KeyboardInterrupt
atexit.register(f)
""")

class E:
    def __eq__(self, o):
        print("eq")
        return True
    def __call__(self): print("called")
e = E()
atexit.register(e)
print(atexit.unregister(e))

def shown(f, *a):
    old, sys.stderr = sys.stderr, io.StringIO()
    try:
        f(*a)
    finally:
        text, sys.stderr = sys.stderr.getvalue(), old
    print(repr(text))
shown(sys.excepthook, None, None, None)
shown(sys.excepthook, ValueError, None, None)
shown(sys.excepthook, 1, 2, 3)
got = []
sys.unraisablehook = got.append
def call(): raise ValueError
import _thread
_thread.start_joinable_thread(call).join()
u = got[0]
sys.unraisablehook = sys.__unraisablehook__
Args = type(u)
print(Args.__module__, repr(u).split("(")[0])
shown(sys.unraisablehook, Args((ValueError, ValueError(), None, None, None)))
shown(sys.unraisablehook, Args((ValueError, ValueError("x"), None, "text", 5)))
shown(sys.unraisablehook, Args((ValueError, None, None, "text", 5)))

for seconds in 1e-9, 2.5e-6, 0.005:
    sys.setswitchinterval(seconds)
    print(sys.getswitchinterval())
print(threading.Lock().__module__, threading.RLock().__module__)
try:
    weakref.ref(contextvars.ContextVar("v"))
except TypeError as x:
    print(x)

# Threads that threading did not start are on its list as long as they run.
def known():
    seen.append(threading.current_thread())
    seen.append(seen[0] in threading.enumerate())
seen = []
_thread.start_joinable_thread(known).join()
print(seen[1], seen[0] in threading.enumerate(), seen[0].daemon, threading.active_count())
