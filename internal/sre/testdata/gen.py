"""Records what CPython 3.13's re module does, for the tests of package sre.

    python3.13 gen.py cases.json.gz                     the committed cases
    python3.13 gen.py OUT --random N [--seed S]         N random patterns

Each pattern comes with the code words of re._compiler and, per subject and
method, the spans CPython finds.
"""
import argparse
import gzip
import io
import json
import random
import re
import signal
import sys
import warnings

import _sre
from re import _compiler, _constants as C, _parser

warnings.simplefilter("ignore")
I, L, M, S, U, X, A = re.I, re.L, re.M, re.S, re.U, re.X, re.A


def code_of(pattern, flags):
    p = _parser.parse(pattern, flags)
    code = _compiler._code(p, flags)
    return [int(x) for x in code], p.state.groups - 1


def reference(pattern, flags, code):
    """The compiled pattern whose results are recorded.

    CPython 3.13.0 forgets to restore groups inside a possessive repeat that
    lies in no other repeat (gh-101955, fixed later; it shows as wrong spans or
    SystemError). Such code is put into a repeat of exactly one, which changes
    nothing else.
    """
    if "POSSESSIVE_REPEAT" not in str(_parser.parse(pattern, flags).data):
        return re.compile(pattern, flags)
    p = _parser.parse(pattern, flags)
    body = code[1 + code[1]:-1]  # without INFO, which would be wrong now
    wrapped = [int(C.REPEAT), len(body) + 3, 1, 1] + body + [int(C.MAX_UNTIL), int(C.SUCCESS)]
    return _sre.compile(pattern, flags | p.state.flags, wrapped, p.state.groups - 1, {}, (None,) * p.state.groups)


class TooSlow(Exception):
    pass


def on_alarm(*_):
    raise TooSlow


signal.signal(signal.SIGALRM, on_alarm)


def record(m):
    if m is None:
        return None
    out = [m.lastindex or 0]
    for i in range(m.re.groups + 1):
        out += m.span(i)
    return out


def run(rx, method, subject, pos, endpos):
    if method in ("match", "fullmatch", "search"):
        return record(getattr(rx, method)(subject, pos, endpos))
    if method == "finditer":
        return [record(m) for m in rx.finditer(subject, pos, endpos)]
    if method == "scan":
        sc = rx.scanner(subject, pos, endpos)
        out = []
        while (m := sc.match()) is not None:
            out.append(record(m))
        return out
    raise ValueError(method)


METHODS = ("match", "fullmatch", "search", "finditer", "scan")


def case(pattern, flags, subjects, methods=METHODS, windows=False):
    """One pattern with its results, or None if it does not compile."""
    try:
        code, groups = code_of(pattern, flags)
        rx = reference(pattern, flags, code)
    except (re.error, OverflowError, RecursionError, ValueError):
        return None
    tests = []
    for s in subjects:
        spans = [(0, len(s))]
        if windows:
            n = len(s)
            spans += [(1, n), (0, n - 1), (n // 2, n), (2, 1), (n, n), (1, n - 1)]
        for pos, endpos in spans:
            pos, endpos = max(pos, 0), max(endpos, 0)
            for m in methods:
                signal.setitimer(signal.ITIMER_REAL, 1)
                try:
                    r = run(rx, m, s, pos, endpos)
                except TooSlow:
                    continue
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)
                tests.append([to_json(s), METHODS.index(m), pos, endpos, r])
    text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    return {"p": ascii(pattern), "f": int(flags), "g": groups, "c": code, "t": tests,
            "b": not isinstance(pattern, str)}


def to_json(s):
    return list(s) if isinstance(s, bytes) else [ord(c) for c in s]


# (pattern, flags, subjects): written for this package, by feature.
WRITTEN = []


def add(pattern, *subjects, flags=0):
    WRITTEN.append((pattern, flags, subjects))


def written():
    # literals and single characters
    add("abc", "abc", "xabcy", "ab", "", "aababcabc")
    add("a", "a", "baab", "")
    add("", "", "ab")
    add("aab", "aaab aab aaaab")
    add("abab", "abaabababab")
    add("a.c", "abc", "a\nc", "ac", "a\u0416c")
    add("a.c", "abc", "a\nc", flags=S)
    add(".*", "ab\ncd", "")
    add(".*", "ab\ncd", "", flags=S)
    add(".+?", "ab\ncd")
    add("[^a]", "a", "b", "ba\u1234")
    add("[^a]+", "aabbaa\u0101\u0102a")
    add("[^ab]*", "aabbccaa")
    add("[a-z]+", "abc DEF ghi", "\u00e9abc")
    add("[a-zA-Z0-9_]+", "foo_bar1 baz2-qux")
    add("[-a-c]+", "a-d-b")
    add("[]x]+", "a]x]")
    add("[\\]\\-^]+", "^-]")
    add("[\u0430-\u044f]+", "\u043f\u0440\u0438\u0432\u0435\u0442 world \u043c\u0438\u0440")
    add("[\u0430-\u044fa-c\u4e00-\u4e10\u00df]+", "abc\u4e05\u00df\u0431d\u0416")
    add("[^\u0430-\u044f\u4e00]+", "abc\u4e00\u4e01\u0431d")
    add("[\U0001f600-\U0001f64f]", "smile \U0001f603!")
    add("\u4e2d\u6587", "\u8fd9\u662f\u4e2d\u6587\u4e2d\u4e2d\u6587")
    add("\xe9t\xe9", "un \xe9t\xe9 ici")
    add("[\\d\\s]+", "a 12 3b", "\u0663\u2003x")
    add("[\\W\\d]+", "ab12 -c")
    add("[^\\W\\d_]+", "ab12_cd \u00e9\u00e8")
    add("\\d+", "a1b22c333", "\u0661\u0662 12", "x\u00b2")
    add("\\D+", "a1b22c333", "\u0661\u0662 12")
    add("\\w+", "hello, w\u00f6rld_1!", "\u0434\u0430 \u4e2d", "\u00aa\u00b2\u00bd-\u2160")
    add("\\W+", "hello, w\u00f6rld_1!", "\u0434\u0430 \u4e2d")
    add("\\s+", "a \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0b", "\u2003\u3000x")
    add("\\S+", "a \t b\u2028c")
    for cls in "\\w+ \\W+ \\d+ \\D+ \\s+ \\S+ \\b \\B".split():
        add(cls, "a1 \u00e9\u0663_\u2003\u00b2", "", "\n", flags=A)
        add(cls.encode(), b"a1 \xe9_\xa0\xb2\x1c", b"", b"\n")
        add(cls.encode(), b"a1 \xe9_\xa0\xb2", b"", flags=L)
    # repeats
    for q in ("*", "+", "?", "{2}", "{1,2}", "{2,}", "{,2}", "{0}", "{0,0}"):
        for lazy in ("", "?", "+"):
            for unit in ("a", "[ab]", ".", "(?:ab)", "(ab)", "(a|b)", "(a|ab)", "(?:a|)", "(a?)",
                         "(?:a*)", "(|a)", "(?:a{1,2})", "(a*?)", "(?:)", "(?:(a)|b)", "(?:(a)|(b))"):
                if unit != "(?:)" or q not in ("{0}", "{0,0}"):
                    add(unit + q + lazy + "b", "aab", "ababab", "b", "aaaa")
                    add("(x?)" + unit + q + lazy, "aab", "xabab")
    add("a{3,5}?b", "aaaaaaab", "aab")
    add("a*a*a*b", "aaaaaaaa")
    add("(a*)*b", "aaaaaaaaac", "aab")
    add("(a+)+$", "aaaaaa", "aaaab")
    add("(?:a+b?)+c", "aabaabac", "aabaaba")
    add("((a+)(b+))+", "aabbab", "abbaabb")
    add("(?:(?:a)+(?:b)*)+?c", "abababc")
    add("(a{2}){2}", "aaaaa")
    add("(a(b(c)?)?)+", "abcabab", "aabca")
    add("((a)|(b)|(c))*", "abcab", "cba")
    add("((?:(a)|b)*)(?:c|d)", "abbac", "bbd")
    add("(?:(\\w)(\\d)?)*", "a1bc2d")
    add("(?:(\\w)(\\d)?)*?$", "a1bc2d")
    add("(\\w+\\s*)*!", "one two three!", "one two three")
    add("(a|b|ab)*c", "ababc", "aabbabc")
    add("(?:a|ab)(?:c|bcd)(?:d*)", "abcd", "abcdd", "acd")
    add("^(?:.(?:\\n|$))*", "a\nb\nc", flags=M)
    add("<.*?>", "<a><b>c</b>", "<", "<\n>")
    add("<.+?>", "<><b>c")
    add("<(.*?)>(.*?)</\\1>", "<b>x</b><i>y</i><b>z</i>")
    add("\"(?:[^\"\\\\]|\\\\.)*\"", 'say "hi \\"you\\"" and "bye', '""')
    add("(?s:.*?)end", "a\nb end end")
    add(".*foo", "xfoo foo bar\nfoo", "none")
    add(".*?foo", "xfoo foo bar\nfoo", "none")
    add("a??", "aa")
    add("a??b", "aab ab b")
    add("(?:a??)*?b", "aab")
    add("(?:ab){2,3}?c", "abababc ababc abc")
    add("[ab]{2,3}?c", "abac bbc bc")
    add("x{0,3}y", "xxxxy", "y")
    # branches
    add("foo|bar|baz", "a foo bar bazz fo ba", "")
    add("foo|foobar|f", "foobar f")
    add("(?:foo|foobar|f)$", "foobar", "f", "fo")
    add("a|b|", "cab")
    add("|a", "ab")
    add("(a)|(b)|(c)|(d)|(e)|(f)", "fedcba")
    add("(?:one|two|three|four|five|six|seven|eight|nine|ten)+", "onetwothree elevenine")
    add("(?P<num>\\d+)|(?P<id>[a-z]\\w*)|(?P<op>[-+*/=])|(?P<ws>\\s+)|(?P<bad>.)", "x1 = 42 + \u00e9y*7")
    add("(?:a|\u0431|\u4e2d|.)x", "ax\u0431x\u4e2dx\u4e2ex")
    add("ab|(?:a)(c)|a", "acab a")
    add("(ab|a)(bc)?", "abc", "ab", "a")
    add("(?:(ab)|(a))(bc|b)?c", "abc", "abbc", "ac")
    add("(?:x|(?:y|(?:z|w)))+", "xyzwx")
    add("(?:|a)+b", "aab")
    add("(?:a||b)*c", "abc")
    # anchors and boundaries
    for f in (0, M):
        add("^abc", "abc", "xabc", "x\nabc\nabc", flags=f)
        add("abc$", "abc", "abcx", "abc\n", "abc\nx", "abc\n\n", flags=f)
        add("^", "a\nb\n", "", flags=f)
        add("$", "a\nb\n", "", "\n", flags=f)
        add("^$", "", "\n", "\n\n", flags=f)
        add("^\\s*$", "  \n \n\nx", flags=f)
        add("(?:^|,)(\\w*)", "a,b,,c\nd", flags=f)
    add("\\Aabc\\Z", "abc", "abc\n", "xabc")
    add("\\A", "ab\n", flags=M)
    add("\\Z", "ab\n", flags=M)
    add("\\b", "ab, cd", "", " ", "\u00e9a \u4e2d")
    add("\\B", "ab, cd", "", " ", "\u00e9a \u4e2d")
    add("\\b\\w+\\b", "hello big world")
    add("\\bfoo\\b", "foo food a.foo. xfoo")
    add("\\Bo", "foo o")
    add("^\\w+$", "abc", "ab c", "ab\ncd", flags=M)
    add("(?m:^)a(?-i:B)", "aB\nab\naB", flags=I)
    add("a\\b.\\bb", "a b", "acb")
    # groups and back references
    add("(a)(b)(c)", "abc", "xabcabc")
    add("(a(b(c)))", "abc")
    add("(a)?(b)?(c)?", "", "b", "ac")
    add("(a)\\1", "aa", "ab", "aaaa")
    add("(\\w+) \\1", "the the cat cat", "ab abc")
    add("(?P<q>['\"]).*?(?P=q)", "'a\"b' \"c'd\"", "'x")
    add("(a*)b\\1", "aabaa", "aaba", "b")
    add("(a)|\\1b", "b", "ab")
    add("(?:(a)|b\\1)+", "aba", "bab", "ba")
    add("(?:(a)|b)*\\1", "aba", "ab", "b")
    add("(a+)(?:b\\1)+", "aabaab aba")
    add("(.)(.)\\2\\1", "abba xyyx", "aaaa")
    add("()\\1", "a")
    add("(\\w)\\1+", "aabbbc\u0436\u0436")
    add("(abc)\\1", "abcABC", "ABCabc", flags=I)
    add("(\u0436+)-\\1", "\u0436\u0416-\u0416\u0436", "\u0436-\u0437", flags=I)
    add("(k)\\1", "kK", "k\u212a", "\u212ak", "\u017fs", flags=I)
    add("(k+)\\1", "kK\u212a", flags=I | A)
    add(b"(ab)\\1", b"abAB", b"ab\xe1b", flags=I)
    add(b"(ab)\\1", b"abAB", b"aBAb", flags=I | L)
    # conditionals
    add("(<)?\\w+(?(1)>|$)", "<ab>", "ab", "<ab", "ab>")
    add("(?P<a>a)?(?(a)b|c)", "ab", "c", "ac", "b")
    add("(?:(a)|b)(?(1)x|y)", "ax", "by", "ay", "bx")
    add("(a)?(?(1)b)", "ab", "a", "", "c")
    add("(a)?(?(1)|c)d", "ad", "cd", "d")
    add("(?:(a)|(b))+(?(1)x)(?(2)y|z)", "abxy", "axz", "by")
    add("((a)?(?(2)b|c))+", "abcab")
    add("(a)?(?(1)b*|c*)", "abbb", "cc", "")
    add("(?(1)a|b)(x)?", "bx", "ax")
    # lookaround
    add("a(?=b)", "ab ac")
    add("a(?!b)", "ab ac a")
    add("(?=(a+))a*b\\1", "aaaba", "aab")
    add("(?=(\\w+))\\1:", "abc: d")
    add("(?!foo)\\w+", "foo bar", "food")
    add("(?:(?!ab).)+", "xxabyy", "ab")
    add("(?<=a)b", "ab bb cb", "b")
    add("(?<!a)b", "ab bb cb", "b")
    add("(?<=^|,)x", "x,x x")
    add("(?<=^)x|(?<=,)y", "x,y y")
    add("(?<=abc)def", "abcdef abdef", "def")
    add("(?<=(a))b", "ab", "b")
    add("(?<=(.)\\1)c", "aac abc")
    add("(?<!\\d)\\d{2}(?!\\d)", "12 123 1 45")
    add("(?<=\\s)\\w+(?=\\s)", "a bb ccc dd")
    add("(?<![a-z])(?:cat|dog)s?(?![a-z])", "cat cats dogs dogma xcat")
    add("(?=.*\\d)(?=.*[a-z]).{4,}", "abc1", "abcd", "12ab34")
    add("(?=a)", "aba")
    add("(?!)", "a")
    add("(?!(a)b)\\w\\w", "abac", "ac")
    add("(?:(?=(a))a|b)*", "abab")
    add("(?:(?!(b))(a)|(b))+", "abab")
    add("((?=a)|b)*", "ba")
    add("(?<=(?=(a))a)b", "ab")
    add("(?<=a{3})b", "aaab aab")
    add("\\w+(?<!ing)\\b", "king wing wine")
    add("(?<=\u0436)x", "\u0436x x")
    add("^(?!.*(.).*\\1)[a-z]+$", "abcd", "abca")
    # atomic and possessive
    add("(?>a+)b", "aab", "aaa")
    add("(?>a+)ab", "aaab")
    add("(?>a|ab)c", "abc", "ac")
    add("(?>(a+))b|(a)", "aac", "aab")
    add("(?>(a)|(b))*c", "abac", "abd")
    add("(?:(?>a*)b?)+c", "aabac")
    add("(?>(?:a|b)*?)c", "abc", "c")
    add("(?>(a)(?>b|bc))c|ab", "abc", "abcc", "abd")
    add("(?>x(?=(y))|z)+(\\1)?", "xyz", "xy")
    add("a++b", "aab", "aaa")
    add("a++ab", "aaab")
    add("a?+a", "a", "aa")
    add("(?:ab)++a", "ababa")
    add("(?:ab)*+ab", "abab")
    add("(?:a|ab){2,3}+c", "aac", "abac", "aaac")
    add("(?:(a)|(b)){1,2}+(\\w)", "abc", "ab", "c")
    add("(?:(a)?b)*+\\1c", "abbac", "abbc")
    add("(?:()|a)*+", "aab")
    add("(a|){3,}+", "aab")
    add("(?:(a)|)*+b", "aab")
    add("(?:x?){2,5}+y", "xxy", "y")
    add("(?:(?:a*+b)*+c)*+d", "aabcbcd", "aabcbc")
    add("[^\"]*+\"", 'abc"d', "abc")
    add("(?:(\\d)(?:a|b)?+)++$", "1a2b3", "1ab")
    add(".*+x", "aax")
    add("a{2,3}+a", "aaa", "aaaa")
    # case
    add("abc", "ABC", "aBcabC", flags=I)
    add("[a-c]+", "AbCd", flags=I)
    add("[^a-c]+", "AbCdE", flags=I)
    add("x[a-z]y", "XqY", "xKy", "x\u212ay", "x\u017fy", flags=I)
    add("x[a-z]y", "XqY", "xKy", "x\u212ay", "x\u017fy", flags=I | A)
    add("k", "kK\u212a", flags=I)
    add("k", "kK\u212a", flags=I | A)
    add("\u212a", "kK\u212a", flags=I)
    add("s", "sS\u017f", flags=I)
    add("\u00b5", "\u00b5\u03bc\u039c", flags=I)
    add("\u03c3", "\u03c3\u03c2\u03a3", flags=I)
    add("\u03c2+", "\u03c3\u03c2\u03a3", flags=I)
    add("[^\u03c3]", "\u03c3\u03c2\u03a3x", flags=I)
    add("\u00e9", "\u00c9\u00e9", flags=I)
    add("\u00e9", "\u00c9\u00e9", flags=I | A)
    add("\u0130", "i\u0130I\u0131", flags=I)
    add("i", "i\u0130I\u0131", flags=I)
    add("\u1e9e", "\u00df\u1e9e", flags=I)
    add("\ufb05", "\ufb05\ufb06", flags=I)
    add("[\ufb05-\ufb06]", "\ufb05\ufb06", flags=I)
    add("\u0434\u0430", "\u0414\u0410 \u0434\u0430", flags=I)
    add("[\u0430-\u044f]+", "\u041f\u0440\u0418", flags=I)
    add("[\u0430-\U00010450]+", "\u041f\u0440\U00010428\U00010400\u00df", flags=I)
    add("[A-\U00010450]+", "\u00dfa\ufb00\u0149", flags=I)
    add("[^\u0430-\U00010450]+", "\u041f\u0440\U00010428\U00010400\u00dfab", flags=I)
    add("[\U00010400-\U0001044f]+", "\U00010428\U00010400", flags=I)
    add("\U00010400", "\U00010428\U00010400", flags=I)
    add("1a-[2B]+", "1A-2b", flags=I)
    add("(?i:a)b", "Ab", "AB")
    add("(?i)a(?-i:b)c", "AbC", "ABC")
    add("(?i:\u03c3)\u03c3", "\u03c2\u03c3", "\u03c3\u03c2")
    add("(?a:\\w)\\w", "a\u00e9", "\u00e9a")
    add("(?ia:k)k", "Kk", "\u212ak")
    add(b"[a-z]+", b"ABCd\xe9", flags=I)
    add(b"\xe9", b"\xe9\xc9", flags=I)
    for p in (b"a", b"A", b"[a-c]+", b"[^a-c]+", b"[^a]", b"\xe9", b"1", b"[\\w]+", b"\\bA\\B", b"[B1]", b"a*b", b"[^Z]?z"):
        add(p, b"aAbBzZ1\xe9\xc9 ", b"", b"AAAb", flags=I | L)
    add(b"(?Li:a)B", b"AB", b"Ab")
    # the usual suspects
    add("(\\d{4})-(\\d\\d)-(\\d\\d)", "on 2024-02-29 and 1999-12-31", "2024-2-29")
    add("[\\w.+-]+@[\\w-]+\\.[\\w.-]+", "mail bob.smith+x@example.co.uk or al@b.c, no@ @no")
    add("([a-z]+)@([a-z]+)\\.com", "x foo@bar.com y@z.com foo@@bar.com aaa bbb@c.org")
    add("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)", "192.168.1.255 and 1.2.3 300.1.1.1")
    add("https?://[^\\s/]+(?:/[^\\s]*)?", "see http://a.b/c?d and https://x.org.")
    add("^(\\s*)(\\w+)\\s*=\\s*(.*?)\\s*(?:#.*)?$", "  a = 1  # one\nb=2\n# no\n c = # x", flags=M)
    add("\\s*([^,]*?)\\s*(?:,|$)", "a , b,c  ,, d ")
    add("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?", "1 -2.5 .5e10 +3. 4e e5")
    add("(?x) a  b # comment\n c", "abc", "a b c")
    add("%(?:\\((.*?)\\))?([-#0-9 +*.hlL]*?)([eEfFgGdiouxXcrs%])", "%s %(name)5.2f %% %d")
    add("\\{(\\w+)(?:\\.(\\w+)|\\[(\\w+)\\])*\\}", "{a} {a.b.c[0]} {a.}")
    add("(?:^|(?<=[\\s(]))\\*([^*\\n]+?)\\*(?=[\\s.,;!?)]|$)", "*bold* and (*this*), not*this*")
    add("(\\w+)\\s*\\(([^()]*)\\)", "f(a, b) + g ( ) - h(i(j))")
    add("\\$(?:(\\$)|([_a-z][_a-z0-9]*)|\\{([_a-z][_a-z0-9]*)\\}|())", "$a $$ ${b} $1 $ $C", flags=I)
    add("[A-Z]{2,}(?=[A-Z][a-z]|\\b)|[A-Z]?[a-z]+|\\d+", "parseHTTPResponse2Fast XML")
    add("(?:\\r\\n|\\r|\\n)", "a\r\nb\rc\n\nd")
    add(b"\x00+", b"a\x00\x00b\x00")
    add(b"[\x80-\xff]+", b"ab\x80\xff\x7f\xc3\xa9")
    add(b"\\d+(?:\\.\\d+)?", b"1 2.5 .3 4.")
    add(b"[^\r\n]*\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    add("\ud800+", "a\ud800\ud800b")
    add("[\ud800-\udfff]", "\udcff-")
    add("[^\x00-\x7f]+", "a\u00e9\u4e2d\U0001f600b")
    add("(((((((((((a)))))))))))\\11", "aa", "a")
    add("(?:a(?:b(?:c(?:d(?:e)?)?)?)?)+", "abcdeabcab")
    add("(?:(?:(?:(a){1,2}b){1,2}c){1,2}d){1,2}", "aabcd", "abaabcabcdabcd", "ab")
    add("(?:(?:(?:(a)??b){1,2}?c)*?d){2,}?", "abcdabcbd", "dd", "abd")
    add("(?:(a)|(?:(b)|(c))+?)*d", "abcbd", "d", "abc")
    add("(?:(a*)(b*))*c", "aabbabc", "aabb")
    add("(?:(a*)(b*)){2,4}c", "aabbabc", "c")
    add("(?:(a*?)(b??)){2,4}?c", "aabbabc", "c")
    add("(?:^a|b$|\\bc)+", "abc", "a c", "cb")


ATOMS = ["a", "b", "c", "ab", "abc", "aa", ".", "[ab]", "[^a]", "[a-c]", "\\w", "\\W", "\\d", "\\s", "1", " ", "\\b",
         "\\B", "^", "$", "\\A", "\\Z", "-", "\\n", "[\\w-]", "[^\\s]", "x", ""]
ATOMS_STR = ["\u00e9", "[\u00e0-\u00ff]", "\u0436", "[\u0430-\u044fb]", "\u03c3", "\u017f", "s", "k", "\u212a", "[^\u0436]",
             "[a\u4e2d\u0436]", "[\u0400-\U00010450]"]
QUANTS = ["*", "+", "?", "{2}", "{1,2}", "{2,}", "{0,3}", "{,2}"]
CHARS = "aaaabbbccab1 -\nxAB"
CHARS_STR = "\u00e9\u00c9\u0436\u0416\u03c3\u03c2\u017fsSkK\u212a\u4e2d\U00010400\U00010428"


def random_pattern(rng, wide):
    state = {"groups": 0, "closed": []}

    def fixed(depth):
        return "".join(rng.choice(["a", "b", ".", "[ab]", "\\w", "(?:a|b)", "c"]) for _ in range(rng.randint(1, 2)))

    def atom(depth):
        r = rng.random()
        if depth <= 0 or r < 0.45:
            if wide and rng.random() < 0.35:
                return rng.choice(ATOMS_STR)
            return rng.choice(ATOMS)
        if r < 0.60:
            state["groups"] += 1
            n = state["groups"]
            s = "(" + alternation(depth - 1) + ")"
            state["closed"].append(n)
            return s
        if r < 0.72:
            return "(?:" + alternation(depth - 1) + ")"
        if r < 0.77:
            return rng.choice(["(?=", "(?!"]) + alternation(depth - 1) + ")"
        if r < 0.81:
            return rng.choice(["(?<=", "(?<!"]) + fixed(depth) + ")"
        if r < 0.86:
            return "(?>" + alternation(depth - 1) + ")"
        if r < 0.89:
            return rng.choice(["(?i:", "(?s:", "(?m:", "(?-i:", "(?i-s:"]) + alternation(depth - 1) + ")"
        if state["closed"]:
            n = rng.choice(state["closed"])
            if r < 0.95:
                return "(?:\\%d)" % n
            return "(?(%d)%s|%s)" % (n, sequence(depth - 1), sequence(depth - 1))
        return rng.choice(ATOMS)

    def sequence(depth):
        out = []
        for _ in range(rng.choice([1, 1, 2, 2, 3])):
            s = atom(depth)
            if rng.random() < 0.4:
                if len(s) > 1 and s[0] not in "([\\" and not s.startswith("(?"):
                    s = "(?:" + s + ")"
                s += rng.choice(QUANTS) + rng.choice(["", "", "", "?", "?", "+"])
            out.append(s)
        return "".join(out)

    def alternation(depth):
        return "|".join(sequence(depth) for _ in range(rng.choice([1, 1, 1, 2, 2, 3])))

    return alternation(rng.choice([1, 2, 3, 4]))


def random_cases(n, seed):
    rng = random.Random(seed)
    made = 0
    while made < n:
        kind = rng.choice(["str", "str", "wide", "bytes"])
        p = random_pattern(rng, kind == "wide")
        flags = 0
        for f in (I, M, S):
            if rng.random() < 0.25:
                flags |= f
        chars = CHARS + (CHARS_STR if kind == "wide" else "")
        subjects = ["".join(rng.choice(chars) for _ in range(rng.randint(0, 14))) for _ in range(4)]
        if kind == "bytes":
            p = p.encode("latin-1")
            subjects = [s.encode("latin-1") for s in subjects]
            if rng.random() < 0.3:
                flags |= L
        elif rng.random() < 0.2:
            flags |= A
        c = case(p, flags, subjects, windows=rng.random() < 0.2)
        if c:
            made += 1
            yield c


def character_data():
    """Everything the engine knows about characters, as ranges and pairs."""
    def ranges(test):
        out, start = [], None
        for c in range(0x110001):
            hit = c < 0x110000 and test(chr(c))
            if hit and start is None:
                start = c
            elif not hit and start is not None:
                out += [start, c - 1]
                start = None
        return out

    return {
        "alnum": ranges(str.isalnum),
        "decimal": ranges(str.isdecimal),
        "space": ranges(str.isspace),
        "linebreak": ranges(lambda c: len((c + "x").splitlines()) == 2),
        "cased": ranges(lambda c: _sre.unicode_iscased(ord(c))),
        "lower": [[c, _sre.unicode_tolower(c)] for c in range(0x110000) if _sre.unicode_tolower(c) != c],
    }


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out")
    ap.add_argument("--random", type=int, default=0)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    if args.random:
        cases = list(random_cases(args.random, args.seed))
        data = {"chars": None, "cases": cases}
    else:
        written()
        cases = []
        for p, flags, subjects in WRITTEN:
            c = case(p, flags, subjects, windows=len(subjects) < 3)
            if c is None:
                print("does not compile:", ascii(p), flags, file=sys.stderr)
            else:
                cases.append(c)
        cases += random_cases(600, 20230612)
        data = {"chars": character_data(), "cases": cases}
    text = json.dumps(data, separators=(",", ":")).encode()
    buf = io.BytesIO()
    with gzip.GzipFile(fileobj=buf, mode="wb", mtime=0, filename="") as f:
        f.write(text)
    with open(args.out, "wb") as f:
        f.write(buf.getvalue())
    print(len(cases), "patterns,", sum(len(c["t"]) for c in cases), "tests,", len(buf.getvalue()), "bytes")


main()
