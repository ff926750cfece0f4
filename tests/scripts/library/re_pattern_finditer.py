"""Pattern.finditer on many subjects."""
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
see(re.compile('').finditer('a1', 5))
see(re.compile(r'\s*,\s*').finditer(string='a'))
see(re.compile(r'(?P<n>[a-c]+)|x').finditer('abcx'))
see(re.compile(r'\s*,\s*').finditer('a1 b2'))
see(re.compile('').finditer('abcx'))
see(re.compile('').finditer('a , b,c'))
see(re.compile(r'(?P<n>[a-c]+)|x').finditer('abcabc', 1, 4))
see(re.compile(r'\s*,\s*').finditer('a , b,c'))
see(re.compile(r'(?P<n>[a-c]+)|x').finditer(string='a'))
see(re.compile(r'(\w)(\d)?').finditer('AB', 0, 1))
see(re.compile(r'\s*,\s*').finditer('a1', 5))
see(re.compile(r'(\w)(\d)?').finditer('a , b,c'))
see(re.compile('').finditer('abcabc', 1, 4))
see(re.compile(rb'a(b)?').finditer(b'ab a'))
see(re.compile(r'(\w)(\d)?').finditer('abcabc', 1, 4))
see(re.compile('').finditer('AB', 0, 1))
see(re.compile(r'(?P<n>[a-c]+)|x').finditer('a1 b2'))
see(re.compile(r'(\w)(\d)?').finditer('zzz'))
see(re.compile(r'(\w)(\d)?').finditer('a1 b2'))
see(re.compile(r'(\w)(\d)?').finditer('a1', -5))
see(re.compile('').finditer('a1', -5))
see(re.compile('').finditer('a1 b2'))
see(re.compile(r'(\w)(\d)?').finditer('abcx'))
see(re.compile(rb'a(b)?').finditer('a , b,c'))
see(re.compile(r'\s*,\s*').finditer('a,b', maxsplit=1))
see(re.compile('').finditer(5))
see(re.compile('').finditer(b'ab a'))
see(re.compile('').finditer(None))
see(re.compile(rb'a(b)?').finditer(pos=1))
""")
