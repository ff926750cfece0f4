"""time.thread_time() belongs to the thread: it grows only while the thread computes, and never goes back."""
import threading, time

def busy(n):
    x = 0
    for i in range(n):
        x += i
    return x

def check(clock, name, ok):
    last = clock()
    for _ in range(50):
        busy(2000)
        now = clock()
        ok.append(now >= last)
        last = now
        if _ % 10 == 0:
            time.sleep(0.001)

for clock, name in (time.thread_time, "thread_time"), (lambda: time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID), "clock_gettime"):
    ok = []
    ts = [threading.Thread(target=check, args=(clock, name, ok)) for _ in range(3)]
    for t in ts: t.start()
    check(clock, name, ok)
    for t in ts: t.join()
    print(name, len(ok), all(ok))

# A thread's sleep costs it nothing, whatever others compute meanwhile.
stop = threading.Event()
def spin():
    while not stop.is_set():
        busy(1000)
t = threading.Thread(target=spin); t.start()
a = time.thread_time()
time.sleep(0.3)
print(time.thread_time() - a < 0.1)
stop.set(); t.join()
print(isinstance(time.thread_time_ns(), int), time.get_clock_info("thread_time").monotonic)
