# A thread that waits for a stream which another one keeps busy can be interrupted.
import os, signal, threading

r, w = os.pipe()
stream = open(w, "wb", buffering=16)
size = 1 << 20
busy = threading.Thread(target=stream.write, args=(b"x" * size,))
busy.start()
os.read(r, 1)  # so it is writing
threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    stream.write(b"y")
except KeyboardInterrupt:
    pass
else:
    print("not interrupted")
left = size - 1
while left:
    left -= len(os.read(r, left))
busy.join()
stream.close()
