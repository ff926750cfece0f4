import queue, threading, time
a, b = queue.Queue(), queue.Queue()
end = time.monotonic() + 1
def pong():
    while (x := a.get()) is not None:
        b.put(x)
t = threading.Thread(target=pong)
t.start()
while time.monotonic() < end:
    a.put(1)
    b.get()
a.put(None)
t.join()
