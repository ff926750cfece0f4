def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class B:
    def __bytes__(self):
        return b"from dunder"


class Bad:
    def __bytes__(self):
        return "text"


show("""
bytes(), bytes(3), bytes([1, 2, 255]), bytes(b'abc'), bytes('é', 'utf-8'), bytes('é', 'latin-1'), bytes(range(65, 70)), bytes(B()), bytes(bytearray(b'x')), bytes(memoryview(b'y')), bytes((True, 2))
bytes('abc')
bytes(-1)
bytes([256])
bytes([-1])
bytes(['a'])
bytes([1.5])
bytes(1.5)
bytes(None)
bytes(b'a', 'utf-8')
bytes(5, 'utf-8')
bytes('a', errors='strict')
bytes('\u20ac', 'ascii')
bytes(Bad())
bytes(2**70)
bytes.fromhex('48 65 6c6C 6f'), bytes.fromhex(''), b'\\xde\\xad'.hex(), b'\\xde\\xad\\xbe\\xef'.hex(':'), b'\\x01\\x02\\x03\\x04\\x05'.hex('-', 2), b'\\x01\\x02\\x03'.hex('_', -2)
bytes.fromhex('4')
bytes.fromhex('4g')
bytes.fromhex('é')
bytes.fromhex(5)
b'ab'.hex('xx')
b'ab'.hex('é')
b'ab'.hex(1)
b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], b'abc'[5:], list(b'ab')
b'abc'[3]
b'abc'['a']
b'a' + b'b', b'a' * 3, b'a' + bytearray(b'b'), bytearray(b'a') + b'b', type(b'a' + bytearray(b'b')).__name__, 2 * b'xy'
b'a' + 'b'
b'a' + 1
b'a' * 'b'
b'a' % 1 if 0 else 0
97 in b'abc', b'bc' in b'abc', b'' in b'', 300 in bytearray(b'') if 0 else 0
256 in b'abc'
'a' in b'abc'
None in b'abc'
b'a' < b'b', b'a' == bytearray(b'a'), b'a' == 'a', b'a' == memoryview(b'a'), b'abc' < b'abd', b'' < b'a', hash(b'a') == hash(b'a')
b'a' < 'a'
b'a' < [97]
repr(b'\\x00\\t\\n\\r\\x7f\\xff\\'"'), str(b'a'), repr(b"it's"), repr(b'"'), f'{b"a"}', ascii(b'\\xff'), '%s' % b'a'
b'\\xc3\\xa9'.decode(), b'\\xe9'.decode('latin-1'), b'\\xff\\xfea\\x00'.decode('utf-16'), b'ab'.decode('ascii'), b'\\xff'.decode('utf-8', 'replace'), b'a\\xffb'.decode('utf-8', 'ignore'), b'\\xff'.decode('ascii', 'backslashreplace'), b'\\xff'.decode('utf-8', 'surrogateescape')
b'\\xff'.decode()
b'\\xe2\\x82'.decode()
b'a\\x80b'.decode('ascii')
b'\\xed\\xa0\\x80'.decode()
b'\\xf4\\x90\\x80\\x80'.decode()
b'\\xc0\\x80'.decode()
b'a'.decode('nope')
b'abc'.decode('utf-16')
b'abcd'.decode('utf-32')
b'a'.decode(encoding='utf-8', errors='strict'), b'+AGE-'.decode('utf-7'), b'\\\\x41\\\\n'.decode('unicode_escape'), 'a\\n\u20ac'.encode('unicode_escape'), 'é'.encode('punycode') if 0 else ''
""")
