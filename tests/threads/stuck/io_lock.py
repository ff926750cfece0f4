import io, threading

# want: RuntimeError: deadlock: all 3 threads wait for what only one of them could do
# want: (?s)"writer" daemon waits for lock <_thread.lock object at 0x[0-9a-f]+>.*it was taken by thread 0x[0-9a-f]+ "locker" in locker
# want: (?s)"locker" daemon waits for lock <_io.BufferedWriter object at 0x[0-9a-f]+>.*it was taken by thread 0x[0-9a-f]+ "writer" in writer
lock = threading.Lock()
inside, locked = threading.Event(), threading.Event()


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        inside.set()
        locked.wait()
        with lock:
            return len(data)


stream = io.BufferedWriter(Raw(), 16)


def writer():
    stream.write(b"x" * 64)


def locker():
    inside.wait()
    with lock:
        locked.set()
        stream.write(b"y" * 64)


for f in writer, locker:
    threading.Thread(target=f, name=f.__name__, daemon=True).start()
threading.Event().wait()
