"""Record what CPython 3.13 answers, for numfmt's golden tests.

Run as `python3.13 gen.py > golden.json` in this directory.
"""
import itertools
import json
import math
import random
import struct
import sys

rng = random.Random(313)


def bits(f):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", f))[0]


def attempt(fn):
    """The result in a list of one, or the exception as 'Class: message'."""
    try:
        return [fn()]
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def random_float():
    kind = rng.randrange(6)
    if kind == 0:
        return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
    if kind == 1:
        return rng.uniform(-1000, 1000)
    if kind == 2:
        return round(rng.uniform(-1e6, 1e6), rng.randrange(8))
    if kind == 3:
        return float(rng.randrange(-10**rng.randrange(1, 20), 10**19))
    if kind == 4:
        return rng.choice([0.5, 1.5, 2.5, 0.125, 2.675, 1.005, 0.05, 0.25]) * 10.0**rng.randrange(-8, 8)
    return 10.0**rng.randrange(-320, 308)


FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 1e16, 1e15, 9999999999999998.0, 123456789012345680.0, 1e22, 1e23,
          1e-4, 9.999e-5, 0.00012345, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 123.456,
          1234567.891, 0.5, 1.5, 2.5, -2.5, 99.99999, 999999.5, 100.0, 2**53 + 2.0, 2.0**63, 3.14159,
          -0.0001, -0.4, math.inf, -math.inf, math.nan, math.copysign(math.nan, -1)]
INTS = [0, 1, -1, 5, 65, 255, -255, 1000, 12345, -1234567, 2**31, 2**63 - 1, -2**63, 2**63, 10**30, -10**40,
        0x10FFFF, 0x110000, 0xD800, 2**1100]
COMPLEX = [0j, 1j, -1j, 1 + 2j, complex(-0.0, 1), complex(0.0, -0.0), 1e20 + 1e-20j, 1234567.5 - 9876543.25j,
           complex(math.inf, math.nan), complex(-math.inf, -0.0), 100 + 1j]
STRS = ["", "abc", "h\u00e9llo", "\U0001f40d\U0001f40d", "x" * 12, "\ud800b"]

out = {}

# --- repr and hex
values = FLOATS + [random_float() for _ in range(500)]
out["repr"] = [[bits(f), repr(f), f.hex()] for f in values]

# --- format mini-language
fills = ["", "", "", "*", "0", "\u00e9", "\U0001f40d", "<"]
aligns = ["", "", "<", ">", "^", "="]
signs = ["", "", "+", "-", " "]
widths = ["", "", "1", "5", "8", "10", "13", "20", "31"]
groups = ["", "", "", ",", "_"]
precs = ["", "", ".0", ".1", ".2", ".3", ".6", ".10", ".20"]


def random_spec(types, prec=True):
    align = rng.choice(aligns)
    fill = rng.choice(fills) if align else ""
    return "".join([fill, align, rng.choice(signs), rng.choice(["", "", "", "z"]) if rng.random() < .3 else "",
                    rng.choice(["", "", "#"]), rng.choice(["", "", "0"]), rng.choice(widths), rng.choice(groups),
                    rng.choice(precs) if prec else "", rng.choice(types)])


ODD = ["q", "s", "d", "c", "%", "n", ",", "_", ",_", "_,", ",,", "__", ".", ".x", "5.", "z", "zd", "zs", "#", "#s", "+s",
       " s", "=10", "=10s", "010", "010s", "10q", "\u00e9", "5\u00e9", ",\u00e9", "\x01", ",\x01", "10d5", "abc", "<<5", "<>^10",
       "99999999999999999999", ".99999999999999999999", ".99999999999f", "\u0661\u0660d", ",c", ",s", ",n", "_c", "_s", "_n",
       ",b", ",x", "_b", "_x", "_o", "_X", "#_x", "#020_x", "020,", "021,", "022,", "020_b", "=+20,", "0=20,", "x=20,", "+c", " c",
       "#c", "5c", "05c", "^5c", "<5c", "{5", "}<5", " =+5", "0<10", "0>10", "0^10", "*^+#012_.3f", "\ud800<8", "-05", "- 5", "00",
       "000", "0", "007", "+", "-", " ", "<", "=", "1<", "#.0f", "#.0e", "#.0g", "#g", "#.3", "#", "#.12g", "n", ".3n", "020n", ",f",
       "_f", ",.2f", "_.2f", "020,.2f", "015,.1%", "%", ".0%", "#.0%", "F", "E", "G", "z.0f", "z.1f", "+z.1f", "z.0e", "zg", "z%",
       ".0", ".1", ".17", ".30", ".50f", ".40g", ".40e", "#.40g", "_.3", ",.5g", "r", ".0r", "012_d", "z=5", "zz5"]
rows = []


def fmt(kind, name, text, value, spec):
    rows.append([kind, name, text, spec, attempt(lambda: format(value, spec))])


for spec in ODD:
    for s in STRS[1:3]:
        fmt("s", "str", s, s, spec)
    for i in (12345, -77, 65, 10**25):
        fmt("i", "int", str(i), i, spec)
    for f in (1234.5, -0.0, 100.0, math.inf, -0.04):
        fmt("f", "float", bits(f), f, spec)
    for c in (1 + 2j, 1234567.5 - 9876543.25j, 1j):
        fmt("c", "complex", bits(c.real) + bits(c.imag), c, spec)
for _ in range(300):
    s = rng.choice(STRS)
    fmt("s", "str", s, s, random_spec(["", "s"]))
for _ in range(900):
    i = rng.choice(INTS) if rng.random() < .6 else rng.randrange(-10**rng.randrange(1, 12), 10**rng.randrange(1, 25))
    fmt("i", "int", str(i), i, random_spec(["", "d", "b", "o", "x", "X", "n", "c", "f", "e", "g", "%"], prec=rng.random() < .2))
for _ in range(1500):
    f = rng.choice(FLOATS) if rng.random() < .4 else random_float()
    if abs(f) > 1e40 and math.isfinite(f):
        f = math.frexp(f)[0]
    fmt("f", "float", bits(f), f, random_spec(["", "", "e", "E", "f", "F", "g", "G", "n", "%"]))
for _ in range(300):
    c = rng.choice(COMPLEX)
    fmt("c", "complex", bits(c.real) + bits(c.imag), c, random_spec(["", "", "e", "f", "g", "G", "n", "%"]))
fmt("i", "bool", "1", True, "d")
fmt("i", "bool", "1", True, "q")
out["format"] = rows

# --- parsing floats
texts = ["", " ", "1", "-1", "+1", "1.", ".5", ".", "-.", "1e5", "1e", "1e+", "1E-5", "1.5e3", "1_000.5", "1__0", "_1", "1_", "1_.5",
         "1._5", "1e1_0", "1e_1", "1_e1", "inf", "-inf", "+Infinity", "INFINITY", "infinit", "in_f", "nan", "-nan", "+NaN", "nann",
         "nan(1)", " 1 ", "\t1\n\v\f\r", "1 2", "0x10", "1e400", "-1e400", "1e-400", "1e99999999999999999999", "0e99999999999999999999",
         "1e-99999999999999999999", "0." + "0" * 2000 + "1e2001", "1" + "0" * 2000 + "e-2000", "9007199254740993", "9007199254740992.9999999",
         "1.7976931348623158e308", "1.7976931348623159e308", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e23", "8.5e-5",
         "9007199254740993" + "0" * 1200 + "e-1200", "9007199254740993." + "0" * 1200 + "1", "--1", "+-1", "1+", "1d", "1f", "0" * 1500,
         "5e-324", "123456789012345678901234567890", "0.1e-6_", "\u0661\u0662.\u0665", "\u20031\u2003", "\x1c1\x1f", "\u00bd", "1\x00", "\u0966.\u0967"]
texts += [repr(random_float()) for _ in range(200)]
texts += ["%s%d.%0*de%d" % (rng.choice(["", "-"]), rng.getrandbits(60), rng.randrange(1, 30), rng.getrandbits(50), rng.randrange(-340, 300)) for _ in range(200)]
out["float"] = [[t, attempt(lambda: bits(float(t)))] for t in texts]

# --- parsing ints
rows = []
texts = ["", " ", "0", "-0", "00", "007", "1", "+1", "-1", "- 1", " 12 ", "1_000", "_1", "1_", "1__0", "0x1F", "0X_1f", "0x__1", "0x", "0x_",
         "0b101", "0b_1", "0b2", "0o17", "0o8", "017", "0_0", "0_7", "00_0", "0_", "b1", "0b1", "z", "Z1", "zz", "9223372036854775807",
         "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "1.5", "1e5",
         "\t7\n", "1 2", "\u0661\u0662", "0\u0661", "\u20037", "1\x00", "--1", "+-1", "+", "-", "0x-1", "123456789012345678", "1234567890123456789",
         "f" * 40, "1" * 50, "-" + "9" * 100, "0" * 30 + "5"]
for t in texts:
    for base in (0, 2, 8, 10, 16, 36):
        rows.append([t, base, 0, attempt(lambda: str(int(t, base)))])
for _ in range(200):
    base = rng.randrange(2, 37)
    t = "".join(rng.choice("0123456789abcdefghijklmnopqrstuvwxyz"[:base]) for _ in range(rng.randrange(1, 60)))
    rows.append([t, base, 0, attempt(lambda: str(int(t, base)))])
sys.set_int_max_str_digits(700)
for t in ("1" * 700, "1" * 701, "-" + "1" * 701, "1_" * 700 + "1", "1" * 701 + "x", "0" * 701, "1" * 701 + "_"):
    for base in (10, 16, 9, 0):
        rows.append([t, base, 700, attempt(lambda: "%x" % int(t, base))])
out["int"] = rows
out["tostring"] = [["%x" % v, attempt(lambda: str(v))] for v in
                   (10**699, 10**700 - 1, 10**700, -(10**700) + 1, -(10**700), 2**2320, 2**2330, 1 << 9000)]
sys.set_int_max_str_digits(0)

# --- complex
texts = ["", "1", "j", "-j", "+J", "1j", "1+j", "1-j", "1+2j", "(1+2j)", " ( 1+2j ) ", "(1+2j", "1+2j)", "1 + 2j", "1+2", "1e5j", "1e+j", "1e5-1e-5J", "infj",
         "nan+nanj", "-inf-infinityj", "inf+infj", "1_0+2_0j", "1_+2j", "1__0j", "_1j", ".5j", "1.+.5j", "1jj", "1j2", "1j+2", "+-1j", "1+-2j", "()", "(", ")", "((1))",
         "\t1+2j\n", "\u0661+\u0662j", "\u20031j", "1+ j", "0x1j", "nanj", "-nan-nanj", "infinity", "1e400+1e400j", "j1", "1\x00", "- 1j"]
out["complex"] = [[t, attempt(lambda: bits(complex(t).real) + bits(complex(t).imag))] for t in texts]
out["complexrepr"] = [[bits(c.real) + bits(c.imag), repr(c)] for c in COMPLEX + [complex(random_float(), random_float()) for _ in range(40)]]

# --- hex floats
texts = ["", "0x", "0x.", ".", "1", "f", "g", "0x1p", "0x1p+", "0x1.8p1", "-0X.8P-3", "1.8", "0x1.8", "inf", "-Infinity", "nan", "+NAN", "nanx", "in", " 0x1p3\n", "0x1 p3",
         "0x1p1024", "0x1p1023", "0x1.fffffffffffff7fffp1023", "0x1.fffffffffffff8p1023", "0x1p-1074", "0x1p-1075", "0x1.0000000001p-1075", "0x1.8p-1074", "0x1p-1076",
         "0x0.00000000000001p99999999999999999999", "0x0p99999999999999999999", "0x1p-99999999999999999999", "0x1.00000000000008p0", "0x1.00000000000018p0",
         "0x1.00000000000008000000000000000000001p0", "0x" + "0" * 3000 + "1p-3", "0x1" + "0" * 3000 + "p-12000", "0x." + "0" * 3000 + "1p12000", "0x1.p1", "--0x1", "0x1p1.5", "0x_1", "1_0", "0x1p1_0",
         "\u0661", "\u20031", "0x1\x00", "-0", "-0x0p5", "0x0.0000000000001p-1022", "0x0.00000000000008p-1022", "0x0.00000000000018p-1022"]
texts += [random_float().hex() for _ in range(60)]
texts += ["0x%x.%xp%d" % (rng.getrandbits(rng.randrange(1, 80)), rng.getrandbits(80), rng.randrange(-1160, 1030)) for _ in range(150)]
out["fromhex"] = [[t, attempt(lambda: bits(float.fromhex(t)))] for t in texts]

# --- rounding
rows = []
for f in FLOATS + [random_float() for _ in range(300)] + [i + 0.5 for i in range(6)] + [5.0, 15.0, 25.0, 50.0, 150.0, 45.0, 55.0, 5e22, 1.5e300]:
    for n in {0, 1, 2, rng.randrange(-3, 18), rng.randrange(-25, 4), rng.choice([-308, -309, 323, 324, 400, -400, -1, -2])}:
        rows.append([bits(f), n, attempt(lambda: bits(round(f, n)))])
rows.append([bits(1.7976931348623157e308), -308, attempt(lambda: bits(round(1.7976931348623157e308, -308)))])
out["round"] = rows

# --- printf style
rows = []


def percent(f, kind, text, args, as_bytes=False):
    if as_bytes:
        f2 = f.encode("latin-1")
        rows.append([f, True, kind, text, attempt(lambda: (f2 % args).decode("latin-1"))])
    else:
        rows.append([f, False, kind, text, attempt(lambda: f % args)])


for b in (False, True):
    for f in ["", "abc", "%", "%%", "a%%b", "%5%", "%-05%", "abc%", "x%5", "%.", "%5.", "%h", "%ll", "%(a", "%(a)", "%(a(b)c", "%(", "%()", "%99999999999999999999d",
              "%.99999999999d", "%9999999999999999999999", "%.2147483648d", "%#", "%0", "% "]:
        percent(f, "none", "", {k.encode() if b else k: 1 for k in ("a", "", "a(b)c")} if "(" in f else (), b)
    for f in ["%y", "abc %y", "\u00e9 %y", "%\u00e9", "%.3y", "%5%%y", "%\x01", "%hhd", "%z%"]:
        percent(f, "i", "5", (5,), b)
    for v in INTS[:-1]:
        for _ in range(16):
            f = "%" + "".join(rng.choice(["", "", c]) for c in "-+ #0") + rng.choice(["", "", "1", "8", "12", "25"]) + rng.choice(["", "", ".", ".0", ".3", ".10", ".22"]) + rng.choice(["", "", "l", "h"]) + rng.choice("diuoxX")
            percent(f, "i", str(v), (v,), b)
    for v in FLOATS:
        for _ in range(12):
            f = "%" + "".join(rng.choice(["", "", c]) for c in "-+ #0") + rng.choice(["", "", "1", "8", "12", "25"]) + rng.choice(["", "", ".", ".0", ".1", ".3", ".10", ".22"]) + rng.choice("eEfFgG")
            percent(f, "f", bits(v), (v,), b)
    for _ in range(80):
        s = rng.choice(["", "abc", "h\u00e9llo", "x" * 12] if b else STRS[:-1])
        f = "%" + "".join(rng.choice(["", "", c]) for c in "-+ #0") + rng.choice(["", "", "1", "4", "12"]) + rng.choice(["", "", ".", ".0", ".1", ".3", ".10"]) + "s"
        percent(f, "s", s, (s.encode('latin-1') if b else s,), b)
out["percent"] = rows

json.dump(out, sys.stdout, ensure_ascii=True, separators=(",", ":"))
