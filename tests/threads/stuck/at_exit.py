# want: deadlock: all 2 threads wait
# want: in _shutdown
# status: any
import queue, threading
threading.Thread(target=queue.Queue().get, name="left behind").start()
