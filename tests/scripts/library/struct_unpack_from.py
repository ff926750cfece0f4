"""struct.unpack_from with every kind of argument."""
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
struct.unpack_from('=2H', bytes(4))
struct.unpack_from(b'', b'abcdefgh')
struct.unpack_from('3s', bytes(4))
struct.unpack_from('<h', b'xy')
struct.unpack_from(b'', bytes(4))
struct.unpack_from('e', bytes(4))
struct.unpack_from('2x', b'abcdefgh')
struct.unpack_from('4p', bytes(4))
struct.unpack_from('?', b'abcdefgh')
struct.unpack_from('c', b'xy')
struct.unpack_from('>Q', b'abcdefgh')
struct.unpack_from('?', b'\x00\x3c')
struct.unpack_from('3s', b'abcdefgh')
struct.unpack_from('<h', b'\x00\x3c')
struct.unpack_from('4p', 2**40)
struct.unpack_from(300, 'e')
struct.unpack_from(b'\x00\x3c', '4p')
struct.unpack_from(None, b'')
struct.unpack_from('bB', '>Q')
struct.unpack_from(b'xy', '<h')
struct.unpack_from('3s', b'', None)
struct.unpack_from('bB')
struct.unpack_from(1.5, None)
struct.unpack_from('2x', b'xy', '?')
struct.unpack_from('i', b'xy')
""")
