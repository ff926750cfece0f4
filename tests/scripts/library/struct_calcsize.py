"""struct.calcsize with every kind of argument."""
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
struct.calcsize('4p')
struct.calcsize('i')
struct.calcsize(b'')
struct.calcsize('e')
struct.calcsize('c')
struct.calcsize('2x')
struct.calcsize('3s')
struct.calcsize('>Q')
struct.calcsize('=2H')
struct.calcsize('<h')
struct.calcsize('?')
struct.calcsize('>Q', '2x', '?')
struct.calcsize('4p', '2x')
struct.calcsize(-1)
struct.calcsize(b'\x00\x3c')
struct.calcsize('<n')
struct.calcsize(None)
struct.calcsize(nope=1)
struct.calcsize(1.5)
""")
