"""Pattern.match on many subjects."""
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
see(re.compile('').match('AB', 0, 1))
see(re.compile(r'(\w)(\d)?').match('abcx'))
see(re.compile(r'(?P<n>[a-c]+)|x').match('a , b,c'))
see(re.compile(r'\s*,\s*').match('x', 1))
see(re.compile(r'(?P<n>[a-c]+)|x').match('AB', 0, 1))
see(re.compile(r'(\w)(\d)?').match('a1 b2'))
see(re.compile(r'\s*,\s*').match('abcabc', 1, 4))
see(re.compile(r'(?P<n>[a-c]+)|x').match('abcx'))
see(re.compile('').match('abcabc', 1, 4))
see(re.compile(r'(\w)(\d)?').match('zzz'))
see(re.compile(r'(\w)(\d)?').match('abcabc', 1, 4))
see(re.compile(r'(\w)(\d)?').match('AB', 0, 1))
see(re.compile(r'(?P<n>[a-c]+)|x').match('abcabc', 1, 4))
see(re.compile(rb'a(b)?').match(b'ab a'))
see(re.compile('').match('a1', 5))
see(re.compile(rb'a(b)?').match('AB', 0, 1))
see(re.compile(rb'a(b)?').match('a,b', maxsplit=1))
see(re.compile(rb'a(b)?').match(None))
see(re.compile(r'\s*,\s*').match(b'ab a'))
see(re.compile(r'\s*,\s*').match(pos=1))
see(re.compile('').match(5))
""")
