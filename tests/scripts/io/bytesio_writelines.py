"""BytesIO.writelines and what it leaves behind."""
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
after(io.BytesIO(b'hello\nworld\n'), 'writelines', [b'a', b'b'])
after(io.BytesIO(bytearray(b'xyz')), 'writelines', [b'a', b'b'])
after(io.BytesIO(), 'writelines', [b'a', b'b'])
after(io.BytesIO(bytearray(b'xyz')), 'writelines', 100)
after(io.BytesIO(bytearray(b'xyz')), 'writelines', 'y')
after(io.BytesIO(b'hello\nworld\n'), 'writelines', b'x')
after(io.BytesIO(bytearray(b'xyz')), 'writelines', None)
after(io.BytesIO(), 'writelines', -2, 2)
after(io.BytesIO(bytearray(b'xyz')), 'writelines')
""")
