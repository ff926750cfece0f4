"""posixpath.isabs with every kind of argument."""
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
posixpath.isabs('c:\\x')
posixpath.isabs('a/')
posixpath.isabs('.bashrc')
posixpath.isabs('../..')
posixpath.isabs('/')
posixpath.isabs(b'/x/y')
posixpath.isabs('~x')
posixpath.isabs('//net/x')
posixpath.isabs('.')
posixpath.isabs('')
posixpath.isabs('a//b')
posixpath.isabs('a.tar.gz')
posixpath.isabs('/a/b/../c')
posixpath.isabs(b'/x/y', '//net/x')
posixpath.isabs('/a/b/../c', '', '~x')
posixpath.isabs(nope=1)
posixpath.isabs(['a', 'a/b'])
posixpath.isabs(None)
posixpath.isabs(5)
posixpath.isabs()
""")
