# Two threads wait for locks that they took for each other, as signals; a third
# one gives them.
import threading, time
gate = threading.Lock()
gate.acquire()
def opener():
    time.sleep(.6)
    gate.release()
threading.Thread(target=opener).start()
gate.acquire()
