"""While one thread waits for the system, another runs: each wait is ended by what the main thread does meanwhile."""
import fcntl
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time


def beside(name, wait, end):
    """Run wait() in a thread; the main thread computes, then calls end(), which alone can end the wait."""
    began = threading.Event()
    result = []

    def work():
        began.set()
        try:
            result.append(wait())
        except Exception as e:
            result.append(type(e).__name__)

    t = threading.Thread(target=work)
    t.start()
    began.wait()
    total = sum(i * i for i in range(2000))
    end()
    t.join(20)
    print(name, result, total, "alive" if t.is_alive() else "done")


r, w = os.pipe()
beside("read", lambda: os.read(r, 10), lambda: os.write(w, b"abc"))
beside("readv", lambda: (lambda b: (os.readv(r, [b]), bytes(b)))(bytearray(3)), lambda: os.write(w, b"xyz"))
f = open(r, "rb", closefd=False)
beside("readline", f.readline, lambda: os.write(w, b"line\n"))
raw = open(r, "rb", buffering=0, closefd=False)
beside("FileIO.read", lambda: raw.read(4), lambda: os.write(w, b"raw!"))
beside("select", lambda: len(select.select([r], [], [])[0]), lambda: os.write(w, b"1"))
os.read(r, 1)
p = select.poll()
p.register(r, select.POLLIN)
beside("poll", lambda: len(p.poll()), lambda: os.write(w, b"1"))
os.read(r, 1)
many = [os.pipe() for _ in range(40)]
beside("select of many", lambda: len(select.select([a for a, b in many], [], [])[0]), lambda: os.write(many[33][1], b"1"))
for a, b in many:
    os.close(a)
    os.close(b)
if hasattr(select, "epoll"):
    ep = select.epoll()
    ep.register(r, select.EPOLLIN)
    beside("epoll", lambda: len(ep.poll()), lambda: os.write(w, b"1"))
    os.read(r, 1)
    ep.close()


def fill():
    """A write of more than the pipe takes is only done when somebody has read."""
    return os.write(w, b"x" * 300000)


def drain():
    n = 0
    while n < 300000:
        n += len(os.read(r, 65536))


beside("write", fill, drain)
beside("end of file", lambda: os.read(r, 1), lambda: os.close(w))
os.close(r)

a, b = socket.socketpair()
beside("recv", lambda: a.recv(10), lambda: b.send(b"hello"))
beside("recv_into", lambda: a.recv_into(bytearray(10)), lambda: b.send(b"hi"))
a.settimeout(30)
beside("recv with a timeout", lambda: a.recv(10), lambda: b.send(b"timed"))
beside("sendall", lambda: a.sendall(b"y" * 1000000), lambda: [b.recv(1 << 16, socket.MSG_WAITALL) for _ in range(1000000 // (1 << 16))])
b.close()
a.close()

server = socket.create_server(("127.0.0.1", 0))
conns = []
beside("accept", lambda: server.accept()[0].close(), lambda: conns.append(socket.create_connection(server.getsockname())))
two = [threading.Thread(target=lambda: conns.append(server.accept()[0])) for _ in range(2)]
for t in two:
    t.start()
clients = [socket.create_connection(server.getsockname()) for _ in range(2)]
for t in two:
    t.join(20)
print("two accept", [t.is_alive() for t in two])
for c in conns + clients:
    c.close()
server.close()

beside("getaddrinfo", lambda: len(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)), lambda: None)
beside("sleep", lambda: time.sleep(0.01), lambda: None)

child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
beside("wait", child.wait, lambda: (child.stdin.write(b"\n"), child.stdin.close()))
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
beside("waitpid(-1)", lambda: os.waitstatus_to_exitcode(os.waitpid(-1, 0)[1]), lambda: (child.stdin.write(b"\n"), child.stdin.close()))
child.returncode = 0

with tempfile.NamedTemporaryFile() as one, open(one.name, "rb") as other:
    fcntl.flock(one, fcntl.LOCK_EX)
    beside("flock", lambda: fcntl.flock(other, fcntl.LOCK_EX), lambda: fcntl.flock(one, fcntl.LOCK_UN))

master, slave = os.openpty()
beside("terminal", lambda: os.read(slave, 20), lambda: os.write(master, b"typed\n"))
os.close(master)
os.close(slave)

with tempfile.TemporaryDirectory() as d:
    fifo = os.path.join(d, "fifo")
    os.mkfifo(fifo)
    beside("open of a fifo", lambda: open(fifo, "rb").close(), lambda: open(fifo, "wb").close())

# A descriptor in non-blocking mode is not waited for.
r, w = os.pipe()
os.set_blocking(r, False)
try:
    os.read(r, 1)
except BlockingIOError as e:
    print(type(e).__name__, e)
os.set_blocking(w, False)
n = os.write(w, b"z" * 1000000)
print("written", 0 < n < 1000000)
try:
    os.write(w, b"z" * 5000)
except BlockingIOError as e:
    print(type(e).__name__, e)
print(os.get_blocking(r), os.get_blocking(w))

# Several readers of one pipe get one piece each.
r2, w2 = os.pipe()
got = []
readers = [threading.Thread(target=lambda: got.append(os.read(r2, 1))) for _ in range(8)]
for t in readers:
    t.start()
for c in b"abcdefgh":
    os.write(w2, bytes([c]))
for t in readers:
    t.join(20)
print(sorted(got))

# A signal's handler runs while the main thread waits, and the wait goes on.
ran = []
signal.signal(signal.SIGUSR1, lambda *a: (ran.append(1), os.write(w2, b"!")))
threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1)).start()
print(os.read(r2, 1), ran)


class Stop(Exception):
    pass


def stop(*a):
    raise Stop


signal.signal(signal.SIGUSR1, stop)
one = tempfile.TemporaryFile()
waits = {
    "read": lambda: os.read(r2, 1),
    "sleep": lambda: time.sleep(30),
    "select": lambda: select.select([r2], [], []),
    "waitpid": lambda: sleeper.wait(),
}
sleeper = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
for name, f in waits.items():
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    try:
        f()
        print(name, "ended")
    except Stop:
        print(name, "stopped")
sleeper.stdin.close()
sleeper.wait()
