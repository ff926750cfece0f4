import os, queue, subprocess, sys, threading
q = queue.Queue()
p = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(.5); print(1, flush=True); time.sleep(.3)"], stdout=subprocess.PIPE)
def read():
    q.put(p.stdout.readline())
    q.put(p.wait())
threading.Thread(target=read).start()
q.get()
q.get()
