# want: deadlock: all 2 threads wait
# want: "consumer" daemon waits for
import queue, threading
q = queue.Queue()
def consume():
    while True:
        q.get()
        q.task_done()
threading.Thread(target=consume, name="consumer", daemon=True).start()
q.put(1)
q.join()
queue.Queue().get()
