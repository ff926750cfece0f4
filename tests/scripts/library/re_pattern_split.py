"""Pattern.split on many subjects."""
import re


def see(m):
    if isinstance(m, (list, type(None))):
        return m
    if isinstance(m, re.Match):
        return m.span(), m.groups(), m.groupdict(), m.lastindex
    return [x.group() for x in m]


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
see(re.compile(rb'a(b)?').split(b'ab a'))
see(re.compile(r'(?P<n>[a-c]+)|x').split('a1', -5))
see(re.compile(r'(\w)(\d)?').split('a,b', maxsplit=1))
see(re.compile(r'\s*,\s*').split('x', 1))
see(re.compile(r'(?P<n>[a-c]+)|x').split('a1', 5))
see(re.compile(r'(?P<n>[a-c]+)|x').split('zzz'))
see(re.compile('').split('a , b,c'))
see(re.compile(r'(?P<n>[a-c]+)|x').split(string='a'))
see(re.compile(r'(\w)(\d)?').split('abcx'))
see(re.compile(r'\s*,\s*').split('a1 b2'))
see(re.compile(r'(?P<n>[a-c]+)|x').split('a , b,c'))
see(re.compile(r'(\w)(\d)?').split('a1', 5))
see(re.compile(r'(?P<n>[a-c]+)|x').split('abcx'))
see(re.compile(r'(\w)(\d)?').split('a1 b2'))
see(re.compile(r'\s*,\s*').split(string='a'))
see(re.compile(r'\s*,\s*').split('abcx'))
see(re.compile('').split('a,b', maxsplit=1))
see(re.compile('').split(''))
see(re.compile('').split('abcx'))
see(re.compile(r'\s*,\s*').split(''))
see(re.compile('').split('zzz'))
see(re.compile(r'(?P<n>[a-c]+)|x').split('a,b', maxsplit=1))
see(re.compile(r'(\w)(\d)?').split('zzz'))
see(re.compile(r'(\w)(\d)?').split('a , b,c'))
see(re.compile('').split(None))
see(re.compile(r'(?P<n>[a-c]+)|x').split(b'ab a'))
see(re.compile(r'(\w)(\d)?').split('AB', 0, 1))
see(re.compile(r'(\w)(\d)?').split(pos=1))
see(re.compile(rb'a(b)?').split('a , b,c'))
see(re.compile(r'(?P<n>[a-c]+)|x').split(5))
""")
