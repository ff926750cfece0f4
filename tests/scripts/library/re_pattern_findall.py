"""Pattern.findall on many subjects."""
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
see(re.compile(r'\s*,\s*').findall('a1 b2'))
see(re.compile(r'\s*,\s*').findall('x', 1))
see(re.compile('').findall('abcabc', 1, 4))
see(re.compile(r'\s*,\s*').findall('a1', 5))
see(re.compile('').findall(string='a'))
see(re.compile('').findall('abcx'))
see(re.compile(r'(\w)(\d)?').findall('abcabc', 1, 4))
see(re.compile('').findall('a1', 5))
see(re.compile(r'\s*,\s*').findall('a , b,c'))
see(re.compile(r'(?P<n>[a-c]+)|x').findall('a1', -5))
see(re.compile(r'(\w)(\d)?').findall('zzz'))
see(re.compile(r'(\w)(\d)?').findall('a , b,c'))
see(re.compile(r'(\w)(\d)?').findall('AB', 0, 1))
see(re.compile(r'(?P<n>[a-c]+)|x').findall('a1 b2'))
see(re.compile(r'(?P<n>[a-c]+)|x').findall('abcabc', 1, 4))
see(re.compile(r'(\w)(\d)?').findall('abcx'))
see(re.compile('').findall('a1 b2'))
see(re.compile(r'(?P<n>[a-c]+)|x').findall('a , b,c'))
see(re.compile(r'(\w)(\d)?').findall(string='a'))
see(re.compile('').findall('a1', -5))
see(re.compile(r'(\w)(\d)?').findall('a1', -5))
see(re.compile(r'(?P<n>[a-c]+)|x').findall('abcx'))
see(re.compile(rb'a(b)?').findall(b'ab a'))
see(re.compile(r'(\w)(\d)?').findall('a1 b2'))
see(re.compile(r'(?P<n>[a-c]+)|x').findall(5))
see(re.compile(rb'a(b)?').findall('AB', 0, 1))
see(re.compile(r'\s*,\s*').findall(b'ab a'))
see(re.compile(r'(?P<n>[a-c]+)|x').findall(None))
see(re.compile('').findall(pos=1))
see(re.compile(r'(?P<n>[a-c]+)|x').findall('a,b', maxsplit=1))
""")
