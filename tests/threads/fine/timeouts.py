import queue, threading
lock = threading.Lock()
lock.acquire()
lock.acquire(timeout=.3)
threading.Event().wait(.3)
c = threading.Condition()
with c:
    c.wait(.3)
try:
    queue.Queue().get(timeout=.3)
except queue.Empty:
    pass
