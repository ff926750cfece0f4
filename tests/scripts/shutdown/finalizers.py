# What is alive at exit is finalized: names in their order, then the rest.
class B:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, b = B(1), B(2)
def g():
    try:
        yield 1
    finally:
        print("fin")
x = g()
next(x)
_hidden = B("hidden")
import atexit
atexit.register(print, "atexit")
import sys, io
out = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False), 1 << 20))
out.write("buffered text is written\n")
print("end")
sys.stdout.flush()
