"""BytesIO.read and what it leaves behind."""
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
after(io.BytesIO(bytearray(b'xyz')), 'read', 0)
after(io.BytesIO(bytearray(b'xyz')), 'read', 100)
after(io.BytesIO(), 'read', True)
after(io.BytesIO(b'hello\nworld\n'), 'read', -1)
after(io.BytesIO(b'hello\nworld\n'), 'read', 3)
after(io.BytesIO(b'hello\nworld\n'), 'read', True)
after(io.BytesIO(b'hello\nworld\n'), 'read', 0)
after(io.BytesIO(), 'read', 0, 2)
after(io.BytesIO(), 'read', 2.5)
after(io.BytesIO(bytearray(b'xyz')), 'read', 'y')
""")
