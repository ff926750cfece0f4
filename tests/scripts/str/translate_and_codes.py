def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class M:
    def __getitem__(self, k):
        if k == 98:
            raise LookupError
        if k == 99:
            return None
        if k == 100:
            return "DD"
        return k + 1


show("""
'hello'.translate({104: 'J', 101: None, 108: 76}), 'abc'.translate({}), 'abcd'.translate(M()), 'abc'.translate({97: '', 98: 'xyz'})
str.maketrans('abc', 'xyz'), str.maketrans('ab', 'cd', 'ef'), str.maketrans({'a': 1, 98: 'z', 'c': None})
'abcabc'.translate(str.maketrans('ab', 'xy', 'c')), 'a\u20acb'.translate({0x20ac: 'EUR'}), '\U0001f600'.translate({0x1f600: ':)'})
str.maketrans('ab', 'c')
str.maketrans({'ab': 1})
str.maketrans(1)
str.maketrans('a', 'b', 1)
str.maketrans({1.5: 2})
'abc'.translate({97: 1.5})
'abc'.translate({97: -1})
'abc'.translate({97: 0x110000})
'abc'.translate(5)
'abc'.translate()
'ab'.translate('xy' * 60), 'ab'.translate([0] * 97 + ['A', None])
ord('a'), ord('\u20ac'), ord('\U0001f600'), chr(97), chr(0x20ac), chr(0), chr(0x10ffff), chr(0xd800)
ord('')
ord('ab')
ord(5)
ord(b'a'), ord(bytearray(b'z'))
ord(b'ab')
chr(-1)
chr(0x110000)
chr('a')
chr(1.0)
chr(2**70)
ascii('a\u00e9\u20ac\U0001f600\\n'), repr('a\u00e9\\x00\\x7f\\xa0\\u2028\\ud800'), ascii("it's"), repr('"\\''), repr("it's"), repr('say "hi"')
'\\x41\\u0042\\U00000043\\103\\N{LATIN SMALL LETTER D}', r'\\x41', '\\
joined'
str(), str(b'abc'), str(b'abc', 'ascii'), str(b'\\xc3\\xa9', 'utf-8'), str(object=5), str(b'\\xff', errors='replace')
str(b'\\xff', 'ascii')
str(5, 'ascii')
str('a', 'ascii')
str(b'a', 'nope')
len('a\u0301'), len('\U0001f600'), 'a\u0301' == '\u00e1', '\u00e1'.encode(), 'a'.encode('utf-16'), 'a'.encode('utf-32-le')
'\u20ac'.encode('ascii', 'replace'), '\u20ac'.encode('ascii', 'ignore'), '\u20ac'.encode('ascii', 'xmlcharrefreplace'), '\u20ac'.encode('ascii', 'backslashreplace'), '\u20ac'.encode('ascii', 'namereplace')
'\u20ac'.encode('latin-1')
'\\ud800'.encode()
'\\ud800'.encode('utf-8', 'surrogatepass'), '\\udcff'.encode('utf-8', 'surrogateescape')
'a'.encode('nope')
'a'.encode('utf-8', 'nope'), 'a'.encode(errors='strict')
""")
