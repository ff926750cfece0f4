# want: deadlock: 3 threads wait for each other in a circle
# want: "philosopher 2" daemon waits for lock <_thread.RLock object at
# not: MainThread
import threading, time
forks = [threading.RLock() for _ in range(3)]
ready = threading.Barrier(3)
def dine(i):
    with forks[i]:
        ready.wait()
        with forks[(i + 1) % 3]:
            pass
for i in range(3):
    threading.Thread(target=dine, args=(i,), name=f"philosopher {i}", daemon=True).start()
time.sleep(20)
