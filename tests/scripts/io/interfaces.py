# What the io layer owes to its callers.
import io, os, tempfile, warnings
class Raw(io.RawIOBase):
    def __init__(self, parts): self.parts = list(parts); self.reads = 0
    def readable(self): return True
    def readinto(self, b):
        self.reads += 1
        if not self.parts: return 0
        p = self.parts.pop(0); b[:len(p)] = p; return len(p)
r = Raw([b'abc', b'de', b'fgh', b'jkl'])
b = io.BufferedReader(r, 10)
buf = bytearray(2)
print(b.peek(3), b.readinto1(buf), buf, b.readinto1(buf), b.readinto1(buf), buf, r.reads)
buf = bytearray(20)
print(b.peek(3), b.readinto1(buf), buf[:6], r.reads)
p = io.BufferedRWPair(io.BytesIO(b'foo\nbar\n'), io.BytesIO())
t = io.TextIOWrapper(p)
res = t.readline(); t.write(res)
print(repr(res + t.readline()))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    f = open(os.devnull, 'wb', 1)
    print(type(f).__name__, [str(x.message) for x in w])
    f.close()
try: io.TextIOWrapper(io.BytesIO(), encoding='\udcfe')
except UnicodeEncodeError as e: print(type(e).__name__, e.encoding)
class P:
    __fspath__ = None
for f in (os.fspath, open, os.stat, lambda x: os.rename(x, 'y')):
    try: f(P())
    except TypeError as e: print(e)
for x in (-2, 1 << 64):
    try: os.major(x)
    except OverflowError as e: print(type(e).__name__)
with tempfile.TemporaryDirectory() as d:
    os.mkfifo(d + '/fifo')
    fd = os.open(d + '/fifo', os.O_RDONLY | os.O_NONBLOCK)
    try: os.scandir(fd)
    except NotADirectoryError as e: print(e.strerror)
    os.close(fd)
    open(d + '/a', 'w').close(); os.rename(os.fsencode(d + '/a'), d + '/b'); print(os.listdir(d) and 'b' in os.listdir(d))
