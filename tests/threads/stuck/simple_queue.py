# want: deadlock: the only thread waits
import queue
queue.SimpleQueue().get()
