# Round trips and errors; compressed bytes themselves are the library's own.
import copy, gzip, io, zipfile, zlib
def t(f, *a, **k):
    try: print(f.__name__, k, '->', repr(f(*a, **k))[:100])
    except Exception as e: print(f.__name__, k, type(e).__name__, e.args)
data = b''.join(b'%d bottles of beer; ' % (i * i % 97) for i in range(3000))
for level in (-1, 0, 1, 6, 9):
    for wbits in (15, 9, -15, -9, 31, 25):
        c = zlib.compress(data, level, wbits)
        assert zlib.decompress(c, wbits) == data, (level, wbits)
c = zlib.compress(data)
print(len(c) < len(data) // 5)
d = zlib.decompressobj()
out = b''
buf = c + b'tail'
n = 0
while not d.eof:
    out += d.decompress(buf, 1000)
    buf = d.unconsumed_tail
    n += 1
print(out == data, d.unused_data, d.unconsumed_tail, d.eof, n >= len(data) // 1000)
d = zlib.decompressobj()
print(b''.join(d.decompress(c[i:i+1]) for i in range(len(c))) + d.flush() == data)
o = zlib.compressobj()
p = [o.compress(data[:1000]), o.flush(zlib.Z_SYNC_FLUSH)]
d = zlib.decompressobj()
print(d.decompress(b''.join(p)) == data[:1000])
q = o.copy()
a = o.compress(data[1000:]) + o.flush()
b = q.compress(b'other') + q.flush()
print(copy.copy(d).decompress(b) == b'other', d.copy().decompress(a) == data[1000:])
o = zlib.compressobj(zdict=b'bottles of beer')
z = o.compress(data) + o.flush()
t(zlib.decompress, z)
print(zlib.decompressobj(zdict=b'bottles of beer').decompress(z) == data)
t(zlib.decompressobj(zdict=b'wrong').decompress, z)
for x in (b'', b'abc', c[:-1], c[:-4], c[:50], c[:-1] + b'?', b'x\x9c\x07', b'x\x9c\x01\1\0\0\0', b'\x88\x1c'):
    t(zlib.decompress, x)
t(zlib.compress, b'x', level=10); t(zlib.compressobj, wbits=99); t(zlib.decompressobj, 99); t(zlib.decompress, b'x', wbits=99)
t(zlib.decompressobj().decompress, b'', -1); t(zlib.decompressobj().flush, 0)
print(zlib.crc32(b'hello'), zlib.adler32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), zlib.adler32(b'x' * 100000, 7))
f = io.BytesIO()
with gzip.GzipFile(fileobj=f, mode='wb', mtime=1, filename='n') as g:
    g.write(data)
print(f.getvalue()[:12], gzip.decompress(f.getvalue()) == data, gzip.open(io.BytesIO(f.getvalue()), 'rt').readline()[:20])
f = io.BytesIO()
with zipfile.ZipFile(f, 'w', zipfile.ZIP_DEFLATED) as zf:
    zf.writestr('a/b.txt', data)
    zf.writestr('empty', b'')
with zipfile.ZipFile(f) as zf:
    print(zf.namelist(), zf.testzip(), zf.read('a/b.txt') == data, zf.read('empty'))
s = zlib._ZlibDecompressor()
print(s.decompress(c, 10), s.needs_input, s.eof)
print(s.decompress(b'') == data[10:], s.needs_input, s.eof, s.unused_data)
t(s.decompress, b'x')
