# Programs that close every descriptor, as daemons do, and count on the numbers of new ones.
import os
import subprocess
import sys
import threading
import time

os.closerange(3, 4096)
time.sleep(0.001)
r, w = os.pipe()
print(r, w)
t = threading.Thread(target=lambda: print(os.read(r, 1)))
t.start()
time.sleep(0.01)
os.write(w, b"x")
t.join()
for fd in range(3, 1024):
    try:
        os.close(fd)
    except OSError:
        pass
time.sleep(0.001)
print(subprocess.run(["echo", "hi"], capture_output=True).stdout)
fd = os.open(os.devnull, os.O_RDONLY)
print(fd)


def seen():
    found = []
    for fd in range(256):
        try:
            os.fstat(fd)
        except OSError:
            continue
        found.append(fd)
    return found


print(seen())
print(subprocess.run([sys.executable, "-c", "import os\nn = 0\nfor fd in range(3, 256):\n try:\n  os.fstat(fd); n += 1\n except OSError: pass\nprint(n)"],
                     stdout=subprocess.PIPE, close_fds=True).stdout)
