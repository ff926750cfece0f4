import io
import os
import time


def show(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e)


for year in (12345, -123456, 2**31 - 1, 2**31, 2**31 + 1900, -2**31 + 1900, -2**31 + 1899, -2**31, -1, 0):
    show(time.asctime, (year,) + (0,) * 8)
    show(time.strftime, "%Y", (year,) + (0,) * 8)
for f in ("a\0b", "%\0", "%", "%%"):
    show(time.strftime, f, time.gmtime(0))
for i, v in ((1, 13), (1, -1), (2, -1), (2, 32), (3, 24), (4, 60), (5, 62), (6, -2), (7, -1), (7, 367)):
    x = [1900] + [0] * 8
    x[i] = v
    show(time.strftime, "%a %b %j", tuple(x))
    show(time.asctime, tuple(x))

# A non-blocking pipe that is full: what BlockingIOError tells.
r, w = os.pipe()
os.set_blocking(w, False)
with io.open(r, "rb", buffering=0), io.open(w, "wb", buffering=1024) as f:
    try:
        while True:
            f.write(b"x" * 9999)
    except BlockingIOError as e:
        print(len(e.args), e.args[2] == e.characters_written, e.errno == e.args[0], e.strerror)
    os.set_blocking(r, False)
    while True:
        try:
            if not os.read(r, 1 << 20):
                break
        except BlockingIOError:
            break
