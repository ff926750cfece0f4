import queue, threading, time
for _ in range(5):
    threading.Thread(target=queue.Queue().get, daemon=True).start()
time.sleep(.5)
sum(range(3_000_000))
