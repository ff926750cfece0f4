import binascii, gc, weakref
class S(str):
    def __str__(self): return 'ov'
s = S('xxx')
print("%s" % s, "{}".format(s), f"{s}", format(s), f'{s:>4}')
class N(int):
    def __str__(self): return 'num'
print("{}".format(N(3)), f"{N(3)}", format(N(3), 'd'))
class BS(bytes): pass
class WB:
    def __bytes__(self): return BS(b'abc')
print(type(bytes(WB())), type(BS(WB())))
b = bytearray(range(10))
b[1:-1:2] = b''
print(b)
v = memoryview(b)
try:
    b[::2] = b''
except BufferError as e:
    print(e)
v.release()
seen = []
def g():
    for i in range(3):
        yield i
        seen.append(bytes(c))
c = bytearray()
c.__init__(g())
print(c, seen)
for x in (b"\xff\x00", b"!!!!", b"\x7f", b"#0V%T\n", b'"  '):
    try:
        print(binascii.a2b_uu(x))
    except binascii.Error as e:
        print(e)
try:
    '\xe9' * (2**62)
except MemoryError as e:
    print('MemoryError')
class I:
    def __index__(self):
        m.release()
        return 4
m = memoryview(bytearray(b'\xff' * 8))
print(list(m[:I()]))
class B(bytearray): pass
class O: pass
b = B(b'abc'); b.m = memoryview(b); b.o = O(); wr = weakref.ref(b.o)
b = None
gc.collect()
print(wr())
class BadMeta:
    def __prepare__(*args): return None
try:
    class C(metaclass=BadMeta()): pass
except TypeError as e:
    print(e)
