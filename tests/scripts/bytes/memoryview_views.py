def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


import array

b = bytearray(b"abcdefgh")
m = memoryview(b)
i = memoryview(array.array("i", [1, 2, 3, 4]))
show("""
m[0], m[-1], bytes(m[2:4]), m[::2].tobytes(), m[::-1].tolist(), len(m), m.nbytes, m.itemsize, m.format, m.shape, m.strides, m.ndim, m.readonly, m.c_contiguous, m.contiguous
i.format, i.itemsize, i.nbytes, i.shape, i.tolist(), i[1], i[1:3].tolist(), list(i), i.obj.typecode
memoryview(b'abc').readonly, memoryview(b'abc') == b'abc', memoryview(b'abc') == memoryview(bytearray(b'abc')), memoryview(b'abc') != 'abc'
m[8]
m['a']
m[1.5]
memoryview('abc')
memoryview(5)
memoryview()
m.cast('B').format, m.cast('H').shape, m.cast('B', (2, 4)).tolist(), m.cast('c')[0], i.cast('B').nbytes
m.cast('x')
m.cast('i', shape=[3])
m.cast('B', (3, 3))
i.cast('h')
m[::2].cast('H')
m.cast('B', (2, 4))[1, 2], m.cast('B', [2, 4])[0, -1]
m.cast('B', (2, 4))[1]
m.cast('B', (2, 4))[2, 0]
m.cast('B', (2, 4))[0, 0, 0]
hash(memoryview(b'abc')) == hash(b'abc')
hash(m)
memoryview(b'abc').hex(), m.hex(' ', 4), 98 in m, 1 in i, list(reversed(m[:2])), m[2:5].tobytes().decode()
m.toreadonly().readonly, m.index(99) if hasattr(m, 'index') else 'no index', m == m[:], m[:4] == m[4:]
m < m
memoryview(b'abc')[1:].obj
""")


def change(code):
    try:
        exec(code)
        print(code, bytes(b))
    except Exception as e:
        print(code, type(e).__name__, e)


for code in ("m[0] = 65", "m[0] = 256", "m[0] = 'a'", "m[0] = b'a'", "m[1:3] = b'XY'", "m[1:3] = b'XYZ'", "m[::2] = b'1234'", "m[0:2] = [1, 2]", "m[9] = 1", "del m[0]", "m.toreadonly()[0] = 1",
             "memoryview(b'x')[0] = 1", "i[0] = 2**40", "i[0] = 1.5", "i[0] = -7", "m[2:4] = m[4:6]", "m[0:4] = m[1:5]", "b.append(1)", "b.clear()", "b[0] = 122"):
    change(code)
with memoryview(b) as v:
    w = v[1:]
    print(v.nbytes)
try:
    v[0]
except ValueError as e:
    print(e)
print(bytes(w), repr(v).startswith("<released memory"))
m.release()
w.release()
print(len(b))
