# Signals at the edges: the two of the C library, those that cannot be caught,
# dispositions that change often, children that are counted.
import faulthandler, os, signal, subprocess, sys, time

def tried(f, *a):
    try:
        print(f.__name__, *a, "->", f(*a))
    except (OSError, ValueError, TypeError, OverflowError) as e:
        print(f.__name__, *a, "->", type(e).__name__, e)

for sig in 32, 33, 34:
    tried(signal.signal, sig, signal.SIG_IGN)
    tried(signal.getsignal, sig)
    tried(signal.siginterrupt, sig, True)
    tried(signal.strsignal, sig)
tried(signal.strsignal, 64)
tried(signal.strsignal, 2**40)
tried(signal.signal, 2**40, signal.SIG_IGN)
tried(signal.siginterrupt, signal.SIGKILL, True)
tried(signal.pthread_kill, "x", 2)

n = []
signal.signal(signal.SIGCHLD, lambda s, f: n.append(s))
subprocess.run(["true"])
end = time.monotonic() + 5
while not n and time.monotonic() < end:
    time.sleep(.01)
time.sleep(.05)
print(n)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)

def ends(program):
    r = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    print(r.returncode, r.stdout, [l for l in r.stderr.splitlines() if "File" not in l])

for name in "SIGINT", "SIGHUP", "SIGTERM", "SIGUSR1":
    ends(f"""
import os, signal, time
signal.signal(signal.{name}, signal.SIG_IGN)
os.kill(os.getpid(), signal.{name})
signal.signal(signal.{name}, lambda *a: print('handled', flush=True))
os.kill(os.getpid(), signal.{name})
signal.signal(signal.{name}, signal.SIG_DFL)
os.kill(os.getpid(), signal.{name})
time.sleep(5)
""")
ends("""
import signal
signal.signal(2, signal.SIG_IGN)
signal.signal(2, signal.SIG_DFL)
signal.signal(2, signal.default_int_handler)
signal.raise_signal(2)
""")
ends("""
import faulthandler, os
faulthandler.enable(all_threads=False)
def f(): os.abort()
f()
""")
ends("""
import os, signal
signal.signal(signal.SIGABRT, lambda *a: print('not called'))
os.abort()
""")

def deep(n):
    if n:
        return deep(n - 1)
    faulthandler.dump_traceback(w, all_threads=False)
r, w = os.pipe()
deep(120)
text = os.read(r, 100000).decode().splitlines()
print(len(text), text[-1].split()[-1])
faulthandler.dump_traceback_later(1e-9, file=w)
time.sleep(.1)
print(os.read(r, 100000).decode().splitlines()[0])
