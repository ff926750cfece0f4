"""Records what CPython 3.13's C codecs do, for golden_test.go.

    python3.13 gen.py > golden.json          the committed file
    python3.13 gen.py --random N SEED > F    N random inputs per codec, for
                                             CODEC_GOLDEN=F go test

Every case is [op, codec, input, final, results]; results maps the name of an error
handler to [output, consumed, calls] or ["!" + error text, 0, calls]. Input and output
are hex; text is hex of UTF-8 with surrogates passed. calls lists what the recording
handlers saw: [encoding, start, end, reason].
"""
import codecs
import json
import random
import sys
import warnings
import _codecs

warnings.simplefilter("ignore")

DECODE_HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape",
                   "surrogatepass", "rec", "slow", "neg", "oob"]
ENCODE_HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
                   "namereplace", "surrogateescape", "surrogatepass", "rec", "slow", "neg",
                   "oob", "wide", "raw"]
calls = []


def note(e):
    calls.append([e.encoding, e.start, e.end, e.reason])


def rec(e):
    note(e)
    return "?!", e.end


def slow(e):
    note(e)
    return "<", e.start + 1


def neg(e):
    note(e)
    if e.end == len(e.object):
        return "", e.end
    return ">", e.end - len(e.object)


def oob(e):
    note(e)
    return "", len(e.object) + 7


def wide(e):
    note(e)
    return "\xe9\u20ac", e.end


def raw(e):
    note(e)
    return b"\xfe\xff\xfd", e.end


for f in rec, slow, neg, oob, wide, raw:
    codecs.register_error(f.__name__, f)

TABLE = "".join(chr(i) for i in range(128)) + "".join(
    "\ufffe" if i % 7 == 0 else chr(0x400 + i) for i in range(128, 256))
ENCTABLE = codecs.charmap_build(TABLE)
DECMAP = {i: c for i, c in enumerate(TABLE)}
for i in (128, 129):
    DECMAP[i] = None
DECMAP[130] = "multi\u20ac"
del DECMAP[131]
ENCMAP = {i: i for i in range(0x20, 0x7f)}
ENCMAP[0x20ac] = b"EUR"
ENCMAP[0xe9] = None
NOQUESTION = {i: i for i in range(0x40, 0x7f)}


def ex(f, bo):
    def dec(b, errors, final):
        s, n, order = f(b, errors, bo, final)
        return s, n
    return dec


def plain(f):
    return lambda b, errors, final: f(b, errors)


DECODERS = {
    "utf-8": _codecs.utf_8_decode,
    "ascii": plain(_codecs.ascii_decode),
    "latin-1": plain(_codecs.latin_1_decode),
    "utf-16": _codecs.utf_16_decode,
    "utf-16-le": _codecs.utf_16_le_decode,
    "utf-16-be": _codecs.utf_16_be_decode,
    "utf-32": _codecs.utf_32_decode,
    "utf-32-le": _codecs.utf_32_le_decode,
    "utf-32-be": _codecs.utf_32_be_decode,
    "utf-7": _codecs.utf_7_decode,
    "unicode_escape": _codecs.unicode_escape_decode,
    "raw_unicode_escape": _codecs.raw_unicode_escape_decode,
    "charmap-table": lambda b, errors, final: _codecs.charmap_decode(b, errors, TABLE),
    "charmap-map": lambda b, errors, final: _codecs.charmap_decode(b, errors, DECMAP),
}
FINALS = {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
          "utf-7", "unicode_escape", "raw_unicode_escape"}
ENCODERS = {
    "utf-8": _codecs.utf_8_encode,
    "ascii": _codecs.ascii_encode,
    "latin-1": _codecs.latin_1_encode,
    "utf-16": _codecs.utf_16_encode,
    "utf-16-le": _codecs.utf_16_le_encode,
    "utf-16-be": _codecs.utf_16_be_encode,
    "utf-32": _codecs.utf_32_encode,
    "utf-32-le": _codecs.utf_32_le_encode,
    "utf-32-be": _codecs.utf_32_be_encode,
    "utf-7": _codecs.utf_7_encode,
    "unicode_escape": _codecs.unicode_escape_encode,
    "raw_unicode_escape": _codecs.raw_unicode_escape_encode,
    "charmap-table": lambda s, errors: _codecs.charmap_encode(s, errors, ENCTABLE),
    "charmap-map": lambda s, errors: _codecs.charmap_encode(s, errors, ENCMAP),
    "charmap-noquestion": lambda s, errors: _codecs.charmap_encode(s, errors, NOQUESTION),
}

UTF8 = [b"", b"plain ascii text, long enough for words", "a\xe9\u20ac\U0001f600z".encode(),
        b"\x80", b"a\xff", b"\xc0\x80", b"\xc1\xbf", b"\xc3", b"\xc3a", b"x\xe2\x82", b"\xe2\x82a",
        b"\xe2a", b"\xe0\x80\x80", b"\xe0\x9f", b"\xe0", b"\xed\xa0\x80", b"\xed\xa0", b"\xed",
        b"a\xed\xb2\x80b", b"\xed\xa0\x80\xed\xb0\x80", b"\xef\xbb\xbfbom", b"\xf0\x80\x80\x80",
        b"\xf0\x8f", b"\xf0\x90", b"\xf0\x90\x80", b"\xf0\x90\x80a", b"\xf0\x90a", b"\xf4\x90\x80\x80",
        b"\xf4\x8f\xbf\xbf", b"\xf4\x8f", b"\xf5\x80\x80\x80", b"\xfe\xff", b"0123456789\xff0123456789\xe2\x82",
        b"\xff\xfe\xfd\xfcabc", b"ab\xe2\x82\xf0\x90\x80\xc3"]
UTF16 = [b"", b"\0", b"a\0b\0", b"\0\xd8", b"\0\xd8a", b"\0\xd8a\0", b"\0\xdca\0", b"\0\xd8\0\xdc",
         b"\0\xd8\0", b"\xff\xfea\0", b"\xfe\xff\0a", b"\xff\xfe\0\xd8\0", b"\xfe\xff\xd8\0\0",
         b"\0\xd8\0\0\0", b"\xd8\0\xdc\0", b"\xdc\0\0a", b"a\0\0\xdc\0\xd8\0\xd8b\0\0\xdc", b"\xff\xfe",
         b"\xfe\xff", b"\xff", b"\xff\xfe\xff\xfe", b"\xd8\0\xd8\0\xdc\0\xdc", b"\xac\x20\xe9\0z\0"]
UTF32 = [b"", b"a", b"a\0\0", b"a\0\0\0", b"\0\0\0a", b"\0\xd8\0\0", b"\0\0\xd8\0", b"\0\0\x11\0",
         b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\xff\xfe\0\0", b"\0\0\xfe\xff\0\0\xdc\x80",
         b"\0\0\0\xff", b"a\0\0\0\0\0\x11\0b\0\0\0\xff", b"\0\xf6\x01\0", b"\xff\xff\xff\xff\0\0\0\x80",
         b"\xff\xfe\0\0\0\xd8\0\0", b"\xff\xfe\0"]
UTF7 = [b"", b"plain", b"+", b"+A", b"+AG", b"+AGE", b"+AGE-", b"+-", b"a+!b", b"+\xff", b"\xff\xfe",
        b"+AGE\xffb", b"+2ADcAA-", b"+2AD-a", b"+2AA-", b"+A-b", b"+AA-", b"+AAA-", b"+AGEA-b",
        b"+AGEB-b", b"+AGEAA-b", b"a+2A", b"+A+A-", b"+AGE~", b"~\\", b"+2ABhAGE-", b"+2AAAYQ-",
        b"+2AA", b"+2ADcA", b"+AGE!", b"+AGEA", b"+AGEAA", b"+3AA-", b"+2AD\xff", b"+2AAa\xff",
        b"x+AOkgrA-y", b"x+AOkgrNgA", b"+2ADYAdwA-", b"+2ADYAA!", b"+AGE-+AGI-", b"+AGE+AGI", b"++-",
        b"+2AA\\", b"+2AA+-", b"a+2ADcAA", b"a+2ADc", b"\xe9+AOk-", b"+/", b"+IKw+"]
ESC = [b"", rb"plain", rb"\x41\u20ac\U0001f600", b"\\", rb"a\x", rb"\x1", rb"\x1z", rb"\xzz", rb"\u12",
       rb"\u123z", rb"\uz", rb"\U00110000", rb"\U0011", rb"\Uffffffff", rb"\N", rb"\N{", rb"\N{foo",
       rb"\N{foo}", rb"\N{}", rb"\N{SPACE}a", rb"\N{latin small letter a}", rb"\N{LF}", rb"\400", rb"\777", rb"\8",
       rb"\q", b"\xe9\\\n\xff", rb"\Nx", rb"\N{foo}}", rb"\U0000d800", rb"\ud800\udc00", rb"\1", rb"\12",
       rb"\1234", rb"\08", rb"\a\b\f\n\r\t\v\'\"\\", rb"\\u1234", rb"\\\u1234", rb"a\\", b"\\\xe9",
       rb"\N{KEYCAP DIGIT ONE}", rb"\u", rb"\U", b"\xe9\\x4", b"ab\\u004", rb"\N{HANGUL SYLLABLE GAG}",
       rb"\N{CJK UNIFIED IDEOGRAPH-4E00}", rb"a\400b\q"]
MAP = [b"", b"abc", bytes(range(126, 136)), b"\x80\x81\x82\x83\x84", bytes(range(160, 176)), b"\xff\x85a\x8c"]
LATIN = [b"", b"abc", b"a\x80b\xff\xfe", b"0123456789abcdef0123456789\xe90123456789", b"\xff\xe9\x80\x81\x82\x83"]
DECODE_INPUTS = {"utf-8": UTF8, "ascii": LATIN, "latin-1": LATIN, "utf-7": UTF7, "unicode_escape": ESC,
                 "raw_unicode_escape": ESC, "charmap-table": MAP, "charmap-map": MAP}
for n in "utf-16", "utf-16-le", "utf-16-be":
    DECODE_INPUTS[n] = UTF16
for n in "utf-32", "utf-32-le", "utf-32-be":
    DECODE_INPUTS[n] = UTF32

TEXT = ["", "plain ascii text, long enough for words", "a\xe9\u20ac\U0001f600z", "\ud800", "a\ud800\ud801b",
        "\udc80\udcffx", "\udc80\xe9y", "\xe9\udc80", "\ud800\udc00", "a\udc80\ud800\udc81b",
        "\u20ac\U0010ffff\xff\x7f\x80", "\0\t\n\r\\'\"\x1b~", "+-~\\+\xe9-a\xe9+b", "\xe9\xe9\xe9 \u0100\u0101",
        "\ufeffbom", "\U00010000\ud83d"]


def text(s):
    return s.encode("utf-8", "surrogatepass").hex()


def run(f, args, enc):
    del calls[:]
    try:
        out, n = f(*args)
        r = [out.hex() if enc else text(out), n]
    except Exception as e:
        r = ["!" + text(str(e)), 0]
    return r + [list(calls)] if calls else r


def decode_case(name, b, final, handlers=DECODE_HANDLERS):
    return ["d", name, b.hex(), final,
            {h: run(DECODERS[name], (b, h, final), False) for h in handlers}]


def encode_case(name, s, handlers=ENCODE_HANDLERS):
    return ["e", name, text(s), True, {h: run(ENCODERS[name], (s, h), True) for h in handlers}]


def bytes_escape_case(b):
    r = {}
    for errors in "strict", "ignore", "replace", "other":
        try:
            out, n = _codecs.escape_decode(b, errors)
            r[errors] = [out.hex(), n]
        except Exception as e:
            r[errors] = ["!" + text(str(e)), 0]
    r["encode"] = [_codecs.escape_encode(b)[0].hex(), len(b)]
    return ["b", "escape", b.hex(), True, r]


def committed():
    for name, inputs in DECODE_INPUTS.items():
        for b in inputs:
            yield decode_case(name, b, True)
            if name in FINALS:
                yield decode_case(name, b, False, ["strict", "rec"])
    for name in ENCODERS:
        for s in TEXT:
            yield encode_case(name, s)
    for b in ESC + [bytes(range(256))]:
        yield bytes_escape_case(b)


def randoms(n, seed):
    rng = random.Random(seed)
    pieces = {"utf-8": UTF8, "utf-7": UTF7 + [b"+", b"-", b"A", b"2", b"\xff", b"!"],
              "unicode_escape": ESC + [b"\\", b"{", b"}", b"1", b"x", b"u", b"U", b"N", b"f"],
              "raw_unicode_escape": ESC + [b"\\", b"u", b"0"]}
    for name in DECODERS:
        src = pieces.get(name) or DECODE_INPUTS[name]
        for _ in range(n):
            b = b"".join(rng.choice(src) for _ in range(rng.randrange(4)))
            if rng.random() < .5:
                b = bytearray(b)
                for _ in range(rng.randrange(4)):
                    i = rng.randrange(len(b) + 1)
                    c = rng.choice([rng.randrange(256), 0x80, 0xd8, 0xdc, 0x2b, 0x41, 0, 0xf0, 0xe2])
                    if rng.random() < .5:
                        b[i:i] = [c]
                    else:
                        b[i:i + 1] = [c]
                b = bytes(b)
            yield decode_case(name, b, True)
            if name in FINALS:
                yield decode_case(name, b, False)
            if name == "unicode_escape":
                yield bytes_escape_case(b)
    for name in ENCODERS:
        for _ in range(n):
            s = "".join(rng.choice(TEXT) if rng.random() < .3 else chr(rng.choice(
                [rng.randrange(0x80), rng.randrange(0x800), 0xdc80 + rng.randrange(128), 0xd800, 0xdc00,
                 rng.randrange(0x110000), 0x2b, 0x2d, 0x20ac, 0xe9])) for _ in range(rng.randrange(6)))
            # Here CPython's namereplace shows names it keeps for its own purposes.
            if any(0xf0000 <= ord(c) < 0xf0400 for c in s):
                continue
            yield encode_case(name, s)


cases = randoms(int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 2 else committed()
print("[")
print(",\n".join(json.dumps(c, separators=(",", ":")) for c in cases))
print("]")
