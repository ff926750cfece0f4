# Many threads that open FIFOs and read from them and from pipes.
import os, tempfile, threading
N = 60
with tempfile.TemporaryDirectory() as d:
    paths = [os.path.join(d, str(i)) for i in range(N)]
    for p in paths:
        os.mkfifo(p)
    got = []

    def reader(p):
        with open(p, "rb") as f:
            got.append(f.read())

    def low(p):
        fd = os.open(p, os.O_RDONLY)
        got.append(os.read(fd, 99))
        os.close(fd)
    ts = [threading.Thread(target=(reader, low)[i % 2], args=(p,)) for i, p in enumerate(paths)]
    for t in ts:
        t.start()
    for p in paths:
        with open(p, "wb") as f:
            f.write(b"hello")
    for t in ts:
        t.join()
    print(len(got), set(got))

    # Writers that wait for their reader; one that is not opened for anything yet.
    def writer(p):
        with open(p, "w") as f:
            f.write(p[-1])
    ts = [threading.Thread(target=writer, args=(p,)) for p in paths[:10]]
    for t in ts:
        t.start()
    for p in paths[:10]:
        with open(p) as f:
            print(f.read(), end=" ")
    print()
    for t in ts:
        t.join()
    try:
        os.open(paths[0], os.O_WRONLY | os.O_NONBLOCK)
    except OSError as e:
        print(e.errno, os.strerror(e.errno))
    fd = os.open(paths[0], os.O_RDONLY | os.O_NONBLOCK)
    print(os.get_blocking(fd), os.read(fd, 5))
    w = os.open(paths[0], os.O_WRONLY)
    print(os.get_blocking(w), os.get_inheritable(w))
    try:
        os.read(fd, 5)
    except BlockingIOError as e:
        print(type(e).__name__)
    os.close(fd), os.close(w)
    # The writer comes and stays silent: the reader's open ends all the same.
    opened, go = threading.Event(), threading.Event()

    def silent():
        with open(paths[1], "wb"):
            opened.set()
            go.wait()
    t = threading.Thread(target=silent)
    t.start()
    with open(paths[1], "rb") as f:
        print(opened.wait(30))
        go.set()
        print(f.read())
    t.join()
