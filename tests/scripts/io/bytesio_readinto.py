"""BytesIO.readinto and what it leaves behind."""
import io


def after(f, name, *args):
    f.read(2)
    r = getattr(f, name)(*args)
    r = bytes(r) if isinstance(r, memoryview) else r
    return r, f.tell(), f.getvalue(), [a for a in args if isinstance(a, bytearray)]


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
after(io.BytesIO(bytearray(b'xyz')), 'readinto', bytearray(4))
after(io.BytesIO(b'hello\nworld\n'), 'readinto', bytearray(4))
after(io.BytesIO(), 'readinto', bytearray(4))
after(io.BytesIO(bytearray(b'xyz')), 'readinto', bytearray(b'new\n'))
after(io.BytesIO(), 'readinto', bytearray(b'new\n'))
after(io.BytesIO(b'hello\nworld\n'), 'readinto', 0, 2)
after(io.BytesIO(), 'readinto', -1)
after(io.BytesIO(b'hello\nworld\n'), 'readinto', True)
after(io.BytesIO(), 'readinto')
after(io.BytesIO(b'hello\nworld\n'), 'readinto', 'y')
after(io.BytesIO(bytearray(b'xyz')), 'readinto', 2.5)
after(io.BytesIO(), 'readinto', b'x')
after(io.BytesIO(b'hello\nworld\n'), 'readinto', [b'a', b'b'])
""")
