# want: caught RuntimeError deadlock: the only thread waits
# want: and goes on
# status: 0
import sys, threading
lock = threading.Lock()
lock.acquire()
try:
    lock.acquire()
except RuntimeError as e:
    print("caught", type(e).__name__, str(e).splitlines()[0], file=sys.stderr)
lock.release()
with lock:
    print("and goes on", file=sys.stderr)
