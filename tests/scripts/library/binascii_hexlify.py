"""binascii.hexlify with every kind of argument."""
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
binascii.hexlify(b'#86%L;&\\\n')
binascii.hexlify(b'aGVsbG8=\n')
binascii.hexlify(b'68656c6c6f')
binascii.hexlify(b'abc')
binascii.hexlify(b'hello')
binascii.hexlify(bytearray(b'q'))
binascii.hexlify(b'=41=\n')
binascii.hexlify(b'\xff\x00')
binascii.hexlify(b'')
binascii.hexlify(b'', 'zz', b'abc')
binascii.hexlify(b'68656c6c6f', b'#86%L;&\\\n')
binascii.hexlify(1, b'#86%L;&\\\n')
binascii.hexlify(b'68656c6c6f', b'aGVsbG8=\n', None)
binascii.hexlify('zz', 5, b'\xff\x00')
binascii.hexlify(b'hello', bytearray(b'q'))
binascii.hexlify(b'=41=\n', 5)
binascii.hexlify(b'abc', None)
binascii.hexlify(b'hello', b'68656c6c6f', b'', '6865')
binascii.hexlify()
""")
