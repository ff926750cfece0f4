"""Thousands of threads that wait at once."""
import os
import queue
import threading
import time


def run(n, work, end, args=lambda i: ()):
    ts = [threading.Thread(target=work, args=args(i)) for i in range(n)]
    for t in ts:
        t.start()
    alive = sum(t.is_alive() for t in ts)
    end()
    for t in ts:
        t.join()
    return alive


lock = threading.Lock()
lock.acquire()
passed = []


def through():
    with lock:
        passed.append(1)


print("lock", run(2000, through, lock.release), len(passed))
event = threading.Event()
print("event", run(2000, event.wait, event.set))
q = queue.SimpleQueue()
got = []
print("queue", run(2000, lambda: got.append(q.get()), lambda: [q.put(i) for i in range(2000)]), sum(got))
pipes = [os.pipe() for _ in range(200)]
data = []
print("pipes", run(200, lambda r: data.append(os.read(r, 4)), lambda: [os.write(w, b"data") for r, w in pipes], lambda i: (pipes[i][0],)), len(data), set(data))
slept = []
run(2000, lambda: (time.sleep(0.2), slept.append(1)), lambda: None)
print("sleep", len(slept))
