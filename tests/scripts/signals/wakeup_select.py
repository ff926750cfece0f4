# Who finds a signal in the wakeup descriptor meets its handler first.
import os, signal, select
read, write = os.pipe()
os.set_blocking(write, False)
signal.set_wakeup_fd(write)
class InterruptSelect(Exception): pass
def handler(signum, frame): raise InterruptSelect
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.2)
try: select.select([read], [], [], 10)
except InterruptSelect: print("ok")
else: print("not interrupted", os.read(read,10))
