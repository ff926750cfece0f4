"""binascii.crc32 with every kind of argument."""
import binascii


def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
binascii.crc32(b'', 1)
binascii.crc32(b'aGVsbG8=\n')
binascii.crc32(b'aGVsbG8=\n', 1)
binascii.crc32(b'aGVsbG8=\n', 5)
binascii.crc32(b'')
binascii.crc32(b'', 5)
binascii.crc32(bytearray(b'q'))
binascii.crc32(bytearray(b'q'), 1)
binascii.crc32(b'=41=\n', 5)
binascii.crc32(b'abc', 5)
binascii.crc32(bytearray(b'q'), 5)
binascii.crc32(b'#86%L;&\\\n')
binascii.crc32(b'#86%L;&\\\n', 5)
binascii.crc32(b'=41=\n')
binascii.crc32(b'#86%L;&\\\n', 1)
binascii.crc32(b'\xff\x00')
binascii.crc32(b'abc')
binascii.crc32(b'\xff\x00', 1)
binascii.crc32(b'68656c6c6f', b'68656c6c6f', None)
binascii.crc32(1, b'abc')
binascii.crc32(bytearray(b'q'), b'#86%L;&\\\n')
binascii.crc32('6865', 1)
binascii.crc32(b'#86%L;&\\\n', 'zz')
binascii.crc32(b'hello', b'68656c6c6f', b'', '6865')
binascii.crc32(nope=1)
binascii.crc32()
""")
