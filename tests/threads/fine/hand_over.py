# Many threads, one lock each time released by another one.
import threading, time
gates = [threading.Lock() for _ in range(50)]
for g in gates:
    g.acquire()
end = time.monotonic() + 1
def run(i):
    while True:
        gates[i].acquire()
        over = time.monotonic() > end
        gates[(i + 1) % 50].release()
        if over:
            return
threads = [threading.Thread(target=run, args=(i,)) for i in range(50)]
for t in threads:
    t.start()
gates[0].release()
for t in threads:
    t.join()
