# want: deadlock: all 2 threads wait
import threading
c = threading.Condition()
def w():
    with c:
        c.wait()
t = threading.Thread(target=w, daemon=True)
t.start()
t.join()
