# want: deadlock: all 2 threads wait
# want: waits for the end of thread 0x[0-9a-f]+ "(MainThread|joiner)"
import threading
t = threading.Thread(target=threading.main_thread().join, name="joiner", daemon=True)
t.start()
t.join()
