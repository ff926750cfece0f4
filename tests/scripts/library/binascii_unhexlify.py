"""binascii.unhexlify with every kind of argument."""
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
binascii.unhexlify('6865')
binascii.unhexlify(b'68656c6c6f')
binascii.unhexlify(b'')
binascii.unhexlify(b'\xff\x00', b'\xff\x00', b'#86%L;&\\\n')
binascii.unhexlify(None, b'=41=\n')
binascii.unhexlify(5)
binascii.unhexlify(b'=41=\n')
binascii.unhexlify('zz')
binascii.unhexlify(None)
binascii.unhexlify(nope=1)
""")
