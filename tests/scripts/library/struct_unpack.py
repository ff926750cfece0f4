"""struct.unpack with every kind of argument."""
import struct


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
struct.unpack('4p', bytes(4))
struct.unpack('2x', b'xy')
struct.unpack('i', bytes(4))
struct.unpack('e', b'xy')
struct.unpack('>Q', 'c')
struct.unpack('<n', 'a', '<n')
struct.unpack('3s', bytes(4))
struct.unpack(-1, 1.5)
struct.unpack(b'abcdefgh', '<h')
struct.unpack('=2H', 1.5)
struct.unpack(bytes(4), 'i')
struct.unpack(1.5, 1)
struct.unpack('2x', b'abcdefgh')
struct.unpack(None, '?')
struct.unpack(None)
""")
