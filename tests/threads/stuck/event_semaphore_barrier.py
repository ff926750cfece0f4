# want: deadlock: all 4 threads wait
import threading
def ends(f):
    t = threading.Thread(target=f, daemon=True)
    t.start()
    return t
threads = [ends(threading.Event().wait), ends(threading.Semaphore(0).acquire), ends(threading.Barrier(2).wait)]
for t in threads:
    t.join()
