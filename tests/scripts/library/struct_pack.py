"""struct.pack with every kind of argument."""
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
struct.pack('?', '3s')
struct.pack('3s', b'\x00\x3c')
struct.pack('e', 300)
struct.pack('>Q', 2**40)
struct.pack('e', 1)
struct.pack('?', None)
struct.pack('<h', 1)
struct.pack('2x')
struct.pack('3s', b'xy')
struct.pack('4p', b'\x00\x3c')
struct.pack('e', -1)
struct.pack('4p', b'')
struct.pack(b'')
struct.pack('3s', bytes(4))
struct.pack('?', None, '2x')
struct.pack('3s', '?')
struct.pack(1, 'c')
struct.pack('2x', 300, 'e')
struct.pack(b'\x00\x3c', 'c')
struct.pack(b'xy', bytes(4))
struct.pack('c', b'abcdefgh')
struct.pack(1.5, '<h', 1.5)
struct.pack('<h', '<n')
struct.pack('e', 'bB')
struct.pack(None, '4p', b'xy')
""")
