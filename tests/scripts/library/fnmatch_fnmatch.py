"""fnmatch.fnmatch with every kind of argument."""
import fnmatch


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
fnmatch.fnmatch('.hid', 'a.py')
fnmatch.fnmatch('[ab]*', 'A.PY')
fnmatch.fnmatch('a.py', '*')
fnmatch.fnmatch('a.py', '[]a]')
fnmatch.fnmatch('a.py', '?')
fnmatch.fnmatch('[!a]?', '?')
fnmatch.fnmatch('[ab]*', '[ab]*')
fnmatch.fnmatch('.hid', '?')
fnmatch.fnmatch('[]a]', 'a.py')
fnmatch.fnmatch('[z', '[ab]*')
fnmatch.fnmatch('[]a]', '.hid')
fnmatch.fnmatch('[!a]?', '*')
fnmatch.fnmatch('a.py', '*.py')
fnmatch.fnmatch('*', '*')
fnmatch.fnmatch('?', '?')
fnmatch.fnmatch('A.PY', 'A.PY')
fnmatch.fnmatch('[ab]*', '*')
fnmatch.fnmatch('A.PY', '[z', '?')
fnmatch.fnmatch('', ['a.py', 'b.txt'])
fnmatch.fnmatch(5, ['a.py', 'b.txt'])
fnmatch.fnmatch(b'a.py', '[z')
fnmatch.fnmatch('[]a]', b'a.py')
fnmatch.fnmatch('*.py')
fnmatch.fnmatch(nope=1)
fnmatch.fnmatch()
fnmatch.fnmatch('a.py', '*.py', '[ab]*', '[!a]?')
""")
