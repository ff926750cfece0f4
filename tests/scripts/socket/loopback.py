# TCP, UDP and AF_UNIX on the loopback, all in one thread.
import os, select, socket, struct, tempfile

srv = socket.create_server(("127.0.0.1", 0))
c = socket.create_connection(srv.getsockname())
s, addr = srv.accept()
print(addr == c.getsockname(), s.getpeername() == addr)
c.sendall(b"hello")
print(s.recv(3), s.recv(100))
buf = bytearray(8)
s.send(b"12345")
print(c.recv_into(buf, 3), c.recv_into(memoryview(buf)[3:]), bytes(buf))
print(c.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(c.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
c.settimeout(0.01)
try:
    c.recv(1)
except TimeoutError as e:
    print(type(e).__name__, e, e.errno)
c.setblocking(False)
try:
    c.recv(1)
except BlockingIOError as e:
    print(type(e).__name__)
print(c.gettimeout(), c.getblocking(), s.gettimeout(), s.getblocking())
f = s.makefile("rw", newline="\n")
c.setblocking(True)
c.sendall(b"line 1\nline 2\n")
print(f.readline(), f.readline())
f.write("back\n")
f.flush()
print(c.recv(10))
c.shutdown(socket.SHUT_WR)
print(s.recv(10), f.readline() == "")
f.close()
for x in c, s, srv:
    x.close()
print(c.fileno(), c)

a, b = socket.socketpair()
print(a.family.name, a.type.name, a.getsockname() == "")
a.sendmsg([b"ab", b"cd"])
print(b.recvmsg(10)[:2])
r, w = os.pipe()
socket.send_fds(a, [b"fd"], [w])
data, fds, flags, who = socket.recv_fds(b, 10, 3)
os.write(fds[0], b"through")
print(data, len(fds), os.read(r, 10))
for fd in (r, w, *fds):
    os.close(fd)
bufs = [bytearray(2), bytearray(3)]
a.send(b"vwxyz")
print(b.recvmsg_into(bufs)[0], bufs)
a.close()
print(b.recv(5))
b.close()

u1 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u2 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u1.bind(("127.0.0.1", 0))
u2.bind(("localhost", 0))
print(u1.sendto(b"dgram", u2.getsockname()))
data, frm = u2.recvfrom(100)
print(data, frm == u1.getsockname())
u1.sendto(b"more", 0, u2.getsockname())
print(select.select([u2], [], [], 1)[0] == [u2], u2.recvfrom_into(buf)[0])
u1.close(); u2.close()

with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "s")
    x = socket.socket(socket.AF_UNIX)
    x.bind(path)
    x.listen()
    y = socket.socket(socket.AF_UNIX)
    y.connect(path)
    z, who = x.accept()
    print(repr(who), x.getsockname() == path, y.getpeername() == path)
    z.sendall(b"x" * 10)
    print(y.recv(20, socket.MSG_PEEK), y.recv(20))
    for q in x, y, z:
        q.close()

n = socket.socket()
try:
    n.bind(("127.0.0.1", 1 << 16))
except OverflowError as e:
    print(e)
d = n.detach()
m = socket.socket(fileno=d)
print(m.family.name, m.type.name, m.proto)
m.close()
try:
    m.recv(1)
except OSError as e:
    print(e.errno, e.strerror)

import sys
if sys.platform == "linux":
    for name in b"\0coachwhip-%d\0\xff\0" % os.getpid(), b"\0" + b"h" * 107:
        with socket.socket(socket.AF_UNIX) as x, socket.socket(socket.AF_UNIX) as y:
            x.bind(name)
            x.listen()
            y.connect(name)
            print(x.getsockname() == name, y.getpeername() == name)
