# want: deadlock: the only thread waits
import queue
q = queue.Queue(1)
q.put(1)
q.put(2)
