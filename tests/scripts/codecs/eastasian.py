import codecs, hashlib, io
for name in 'shift_jis', 'cp932', 'euc_jp', 'euc_kr', 'cp949', 'gb2312', 'gbk':
    table = []
    for a in range(256):
        for b in range(256):
            k = bytes([a, b])
            try: r = k.decode(name)
            except UnicodeDecodeError as e: r = (e.start, e.end, e.reason)
            table.append(r)
    print(name, hashlib.md5(repr(table).encode()).hexdigest(), table[0x8140], table[0xb0a1])
    enc = []
    for cp in range(0x10000):
        try: enc.append(chr(cp).encode(name))
        except UnicodeEncodeError: enc.append(None)
    print(hashlib.md5(repr(enc).encode()).hexdigest(), sum(x is not None for x in enc))
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for b, n in (b'\x81 ', 'shift_jis'), (b'\x81', 'shift_jis'), (b'\x8f\xa1', 'euc_jp'), (b'\x8f\xa1 ', 'euc_jp'), (b'\xa1 ', 'euc_jp'), (b'\x81\x30', 'gb18030'), (b'\xff', 'cp949'):
    t(lambda: b.decode(n)); t(lambda: b.decode(n, 'replace')); t(lambda: b.decode(n, 'ignore'))
t(lambda: 'a\u20ac\U0001f600'.encode('shift_jis')); t(lambda: 'a\u20ac\U0001f600'.encode('shift_jis', 'xmlcharrefreplace')); t(lambda: 'a\u20ac'.encode('gb2312', 'replace'))
t(lambda: '\u65e5\u672c\u8a9e\U0001f600\u20ac'.encode('gb18030')); t(lambda: b'\xc8\xd5\xb1\xbe\xd5Z\x949\xfc6\xa2\xe3'.decode('gb18030'))
d = codecs.getincrementaldecoder('euc_jp')()
print([d.decode(bytes([x])) for x in 'a\u65e5\u672c'.encode('euc_jp')], d.getstate())
d.decode(b'\xc6'); print(d.getstate()); t(lambda: d.decode(b'', True))
print(codecs.getincrementalencoder('cp949')('replace').encode('\ud55c\u20ac\u0e01'))
f = io.TextIOWrapper(io.BytesIO('\u3053\u3093\n\u306b\u3061\n'.encode('shift_jis')), encoding='shift_jis')
print(f.readline(), f.tell(), f.read())
r = codecs.getreader('euc_kr')(io.BytesIO('\ud55c\uae00\nab'.encode('euc_kr')))
print(r.readline(), r.read())
w = codecs.getwriter('gbk')(b := io.BytesIO()); w.write('\u4e2d'); w.writelines(['\u6587', 'x']); print(b.getvalue())
t(lambda: codecs.lookup('shift_jis').name)
