"""StringIO.seek and what it leaves behind."""
import io


def after(f, name, *args):
    f.read(2)
    r = getattr(f, name)(*args)
    r = list(r) if hasattr(r, '__next__') else r
    return (r, 'closed') if f.closed else (r, f.tell(), f.getvalue())


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
after(io.StringIO(), 'seek', 0)
after(io.StringIO(), 'seek', True)
after(io.StringIO('a\r\nb\rc'), 'seek', True)
after(io.StringIO('hello\nworld\n'), 'seek', 100)
after(io.StringIO('a\r\nb\rc'), 'seek', 0, 1)
after(io.StringIO('a\r\nb\rc'), 'seek', 0, 2)
after(io.StringIO('hello\nworld\n'), 'seek', 5, 0)
after(io.StringIO('hello\nworld\n'), 'seek', 0, 2)
after(io.StringIO(), 'seek', 3)
after(io.StringIO(), 'seek', 100)
after(io.StringIO('hello\nworld\n'), 'seek', 1)
after(io.StringIO('a\r\nb\rc'), 'seek', 5, 0)
after(io.StringIO('hello\nworld\n'), 'seek', 0, 1)
after(io.StringIO('a\r\nb\rc'), 'seek', 0)
after(io.StringIO('a\r\nb\rc'), 'seek', 100)
after(io.StringIO('hello\nworld\n'), 'seek', 3)
after(io.StringIO('hello\nworld\n'), 'seek', 0)
after(io.StringIO('a\r\nb\rc'), 'seek', 3)
after(io.StringIO(), 'seek', 5, 0)
after(io.StringIO('hello\nworld\n'), 'seek', 'new\n')
after(io.StringIO('a\r\nb\rc'), 'seek', 2.5)
after(io.StringIO('a\r\nb\rc'), 'seek', -1)
after(io.StringIO(), 'seek')
""")
