"""many_threads: how much a blocked thread takes, and how long very many of them.

usage: many_threads.py [sleep|lock|event|queue|pipe] [threads=10000]
"""
import os, queue, sys, threading, time


def resident():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main(kind="sleep", n=10000):
    start = time.perf_counter()
    base = resident()
    lock, event, items, pipes = threading.Lock(), threading.Event(), queue.SimpleQueue(), []
    args = lambda i: ()
    end = lambda: None
    if kind == "sleep":
        work = lambda: time.sleep(max(2, n / 20000))
    elif kind == "lock":
        lock.acquire()
        end = lock.release
        def work():
            with lock:
                pass
    elif kind == "event":
        work, end = event.wait, event.set
    elif kind == "queue":
        work, end = items.get, lambda: [items.put(i) for i in range(n)]
    else:
        pipes = [os.pipe() for _ in range(n)]
        work, args = lambda r: os.read(r, 1), lambda i: (pipes[i][0],)
        end = lambda: [os.write(w, b"x") for r, w in pipes]
    ts = [threading.Thread(target=work, args=args(i)) for i in range(n)]
    objects = resident()
    for t in ts:
        t.start()
    started = time.perf_counter() - start
    blocked = resident()
    with open("/proc/self/status") as f:
        system = [l.split()[1] for l in f if l.startswith("Threads:")][0]
    end()
    for t in ts:
        t.join()
    print("%s threads=%d: started in %.2f s, all over in %.2f s; %.1f KiB of objects and %.1f KiB more per thread; %s threads of the system"
          % (kind, n, started, time.perf_counter() - start, (objects - base) / n / 1024, (blocked - objects) / n / 1024, system))


if __name__ == "__main__":
    main(*sys.argv[1:2], *map(int, sys.argv[2:3]))
