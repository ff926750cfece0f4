"""posixpath.splitext with every kind of argument."""
import posixpath


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
posixpath.splitext('.')
posixpath.splitext('a.tar.gz')
posixpath.splitext('a/')
posixpath.splitext('/')
posixpath.splitext('.bashrc')
posixpath.splitext('~x')
posixpath.splitext('//net/x')
posixpath.splitext('/a/b/../c')
posixpath.splitext('')
posixpath.splitext('../..')
posixpath.splitext('c:\\x')
posixpath.splitext('a//b')
posixpath.splitext(b'/x/y')
posixpath.splitext(b'/x/y', '.bashrc')
posixpath.splitext('~x', 5, '')
posixpath.splitext()
posixpath.splitext(5)
posixpath.splitext(['a', 'a/b'])
posixpath.splitext(nope=1)
posixpath.splitext(None)
""")
