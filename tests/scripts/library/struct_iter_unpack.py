"""struct.iter_unpack with every kind of argument."""
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
list(struct.iter_unpack('<h', bytes(4)))
list(struct.iter_unpack('i', b''))
list(struct.iter_unpack('=2H', b''))
list(struct.iter_unpack('>Q', b'abcdefgh'))
list(struct.iter_unpack('e', b'xy'))
list(struct.iter_unpack('2x', b'xy'))
list(struct.iter_unpack('e', b'\x00\x3c'))
list(struct.iter_unpack('i', bytes(4)))
list(struct.iter_unpack('c', b'abcdefgh'))
list(struct.iter_unpack('4p', bytes(4)))
list(struct.iter_unpack('4p', b''))
list(struct.iter_unpack('bB', b'xy'))
list(struct.iter_unpack('?', bytes(4)))
list(struct.iter_unpack('?', b'abcdefgh'))
list(struct.iter_unpack('bB', bytes(4)))
list(struct.iter_unpack(-1, '?'))
list(struct.iter_unpack('c', 'a', b''))
list(struct.iter_unpack(b'\x00\x3c', 'z'))
list(struct.iter_unpack(nope=1))
list(struct.iter_unpack('c'))
list(struct.iter_unpack('2x', '>Q'))
list(struct.iter_unpack('e', 1.5))
list(struct.iter_unpack(b'xy', 1.5))
list(struct.iter_unpack(None, '=2H'))
list(struct.iter_unpack(1.5, 'bB'))
list(struct.iter_unpack(b'', 'z'))
""")
