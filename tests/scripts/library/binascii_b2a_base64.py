"""binascii.b2a_base64 with every kind of argument."""
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
binascii.b2a_base64(b'=41=\n')
binascii.b2a_base64(b'\xff\x00')
binascii.b2a_base64(b'#86%L;&\\\n')
binascii.b2a_base64(b'aGVsbG8=\n')
binascii.b2a_base64(b'hello')
binascii.b2a_base64(bytearray(b'q'))
binascii.b2a_base64(b'68656c6c6f')
binascii.b2a_base64(b'abc')
binascii.b2a_base64(b'')
binascii.b2a_base64(5, b'\xff\x00', b'68656c6c6f')
binascii.b2a_base64(b'68656c6c6f', None)
binascii.b2a_base64('6865')
binascii.b2a_base64(None)
binascii.b2a_base64()
binascii.b2a_base64(b'hello', b'68656c6c6f', b'', '6865')
""")
