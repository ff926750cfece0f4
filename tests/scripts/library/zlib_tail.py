# What decompressobj() makes of data behind the end of the stream.
import zlib
y=zlib.compress(b'abcdefghijklmnopqrstuvwxyz')+b'0123456789'
for a in 5,26,100:
    d=zlib.decompressobj(); d.decompress(y,a); print(a,d.unconsumed_tail[-12:],d.unused_data,d.eof)
    d.decompress(d.unconsumed_tail,1000); print(d.unconsumed_tail[-12:],d.unused_data,d.eof)
    d=zlib.decompressobj(); d.decompress(y,a); d.decompress(d.unconsumed_tail); print(d.unconsumed_tail[-12:],d.unused_data,d.eof)
    d=zlib.decompressobj(); d.decompress(y,a); print(d.flush(),d.unconsumed_tail[-12:],d.unused_data,d.eof)
