# want: deadlock: (all 3 threads wait for what|2 threads wait for each other)
# want: "first" daemon waits for lock
# want: it was taken by thread 0x[0-9a-f]+ "second" in g, File ".*two_locks.py", line 14
# want: it was taken by thread 0x[0-9a-f]+ "first" in f, File ".*two_locks.py", line 9
import threading
a, b = threading.Lock(), threading.Lock()
ready = threading.Barrier(2)
def f():
    with a:
        ready.wait()
        with b:
            pass
def g():
    with b:
        ready.wait()
        with a:
            pass
threads = [threading.Thread(target=f, name="first", daemon=True), threading.Thread(target=g, name="second", daemon=True)]
for t in threads:
    t.start()
for t in threads:
    t.join()
