# want: deadlock: the only thread waits
# want: "MainThread" waits for lock <_thread.lock object at
# want: it was taken by thread|it was taken by itself in <module>
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
