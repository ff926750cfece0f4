"""fnmatch.filter with every kind of argument."""
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
fnmatch.filter('?', '[]a]')
fnmatch.filter('a.py', '*')
fnmatch.filter('[z', '[]a]')
fnmatch.filter('', '*.py')
fnmatch.filter('[!a]?', '[ab]*')
fnmatch.filter('*', '*')
fnmatch.filter('[ab]*', '[ab]*')
fnmatch.filter('[ab]*', '[]a]')
fnmatch.filter(['a.py', 'b.txt'], 'a.py')
fnmatch.filter('?', '*')
fnmatch.filter('[ab]*', '*')
fnmatch.filter('.hid', '*')
fnmatch.filter('[]a]', '*')
fnmatch.filter('*.py', '?')
fnmatch.filter('[z', '*')
fnmatch.filter(['a.py', 'b.txt'], '*')
fnmatch.filter('[z', '[]a]', '[!a]?')
fnmatch.filter('?')
fnmatch.filter(5, '')
fnmatch.filter(b'a.py', '')
fnmatch.filter('[!a]?', b'a.py')
fnmatch.filter('[]a]', 5)
fnmatch.filter('[!a]?', ['a.py', 'b.txt'])
fnmatch.filter(nope=1)
fnmatch.filter()
fnmatch.filter('a.py', '*.py', '[ab]*', '[!a]?')
""")
