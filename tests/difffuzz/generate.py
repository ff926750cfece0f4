"""Random deterministic programs for difffuzz.py.

A program is a preamble and a list of top-level statements that do not need
each other, so that any of them can be dropped. Every statement prints what it
computes in a form without addresses and without the order of sets.
"""
import os
import random
import re

from constructs import Constructs

PREAMBLE = '''\
import re as _re
def r(x, d=0):
    "A repr without addresses and set order, of bounded length."
    if d > 4: return "..."
    t = type(x)
    if t in (set, frozenset): return t.__name__ + "{" + ", ".join(sorted(r(i, d + 1) for i in x)) + "}"
    if t is list: return "[" + ", ".join(r(i, d + 1) for i in x[:40]) + "]"
    if t is tuple: return "(" + ", ".join(r(i, d + 1) for i in x[:40]) + ")"
    if t is dict: return "{" + ", ".join(r(k, d + 1) + ": " + r(v, d + 1) for k, v in list(x.items())[:40]) + "}"
    s = repr(x)
    return _re.sub("0x[0-9a-f]{6,}", "0x", s if len(s) < 400 else s[:200] + "..." + str(len(s)))
def show(tag, f):
    try:
        v = f()
        if hasattr(type(v), "__next__"):
            v = type(v).__name__, [x for x, _ in zip(v, range(12))]
        print(tag, r(v))
    except Exception as e:
        print(tag, type(e).__name__, _re.sub("0x[0-9a-f]{6,}", "0x", str(e))[:300])
'''

INTS = ["0", "1", "-1", "2", "3", "-2", "7", "10", "255", "-128", "2**31", "2**63", "-2**63", "2**64-1", "10**25", "True", "False"]
SMALL = ["0", "1", "-1", "2", "3", "5", "-3", "True"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.25", "1e16", "1e-7", "0.1", "float('inf')", "float('-inf')", "float('nan')", "123456.789", "5e-324", "2.5"]
COMPLEX = ["1j", "-0j", "(1+2j)", "complex(0.0, -0.0)", "complex('inf')", "(3-4j)"]
STRS = ["''", "'a'", "'abc'", "'Hello World'", "'  pad '", "'ÀÉß'", "'a,b,,c'", "'123'", "'-4.5'", "'\\U0001f600x'", "'line1\\nline2\\r\\n'", "'\\t\\x00\\x7f'",
        "'ǅ\\u0345'", "'abcabc'", "'%s-%d'", "'{}{0}'", "'x' * 5", "'ab' * 3", "'\\ud800'", "'½²'", "'İı'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b,c'", "bytearray(b'xyz')", "b' 12 '", "bytearray()", "memoryview(b'abcd')", "b'Hello World'"]
CONTAINERS = ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "['b', 'a']", "[1, 'a', None]", "[[1], [2, 3]]", "()", "(1,)", "(1, 2)", "('x', 2.5)", "{}", "{'a': 1}",
              "{1: 'x', 2: 'y'}", "set()", "{1, 2}", "{3, 1}", "frozenset({2})", "range(5)", "range(10, 0, -3)", "range(0)", "{'k': [1, 2]}", "[0.5, 1, 2]", "[True, False]"]
MISC = ["None", "...", "NotImplemented", "int", "str", "list", "len", "slice(1, None, 2)", "object", "ValueError('v')", "KeyError('k')", "type", "lambda *a: a", "iter([1, 2])",
        "(i for i in 'xyz')", "dict", "sorted", "abs", "zip([1], 'a')", "enumerate('ab')"]

FUNCTIONS = ("abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float format frozenset getattr hasattr hash hex "
             "int isinstance issubclass iter len list map max min next oct ord pow property range repr reversed round set setattr slice sorted "
             "str sum tuple type vars zip staticmethod classmethod super memoryview delattr aiter eval dir".split())
FUNCTIONS.remove("eval")
TYPES = {"INTS": "int", "FLOATS": "float", "COMPLEX": "complex", "STRS": "str", "BYTES": "bytes"}
BINARY = "+ - * / // % & | ^ == != < <= > >= is in @".split() + ["not in", "and", "or"]
MODULE_CALLS = {
    "math": "ceil floor trunc sqrt isqrt gcd lcm fabs fmod modf frexp ldexp comb perm copysign isclose isfinite isnan hypot dist fsum prod log2 remainder nextafter ulp cbrt sumprod degrees".split(),
    "itertools": "accumulate batched chain combinations combinations_with_replacement compress dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest count cycle".split(),
    "operator": "add sub mul truediv floordiv mod neg pos index contains concat countOf indexOf getitem itemgetter attrgetter methodcaller length_hint eq lt is_ not_ truth inv matmul iadd iconcat".split(),
    "functools": "reduce partial cmp_to_key lru_cache wraps".split(),
    "collections": "Counter OrderedDict deque defaultdict ChainMap namedtuple UserList UserString".split(),
    "textwrap": "wrap fill dedent indent shorten".split(),
    "string": "capwords Template Formatter".split(),
    "re": "escape findall split match search fullmatch compile sub".split(),
    "json": "dumps loads".split(),
    "struct": "pack unpack calcsize unpack_from iter_unpack".split(),
    "bisect": "bisect bisect_left insort".split(),
    "heapq": "heapify nlargest nsmallest heappushpop merge".split(),
    "copy": "copy deepcopy replace".split(),
    "statistics": "mean median mode stdev fmean harmonic_mean multimode quantiles".split(),
    "fractions": "Fraction".split(),
    "decimal": "Decimal".split(),
    "datetime": "date timedelta time datetime".split(),
    "types": "SimpleNamespace MappingProxyType new_class resolve_bases".split(),
    "enum": "Enum IntFlag".split(),
    "base64": "b64encode b64decode b32encode a85encode urlsafe_b64encode".split(),
    "binascii": "hexlify unhexlify crc32 b2a_base64".split(),
    "unicodedata": "name category normalize numeric decimal east_asian_width bidirectional".split(),
    "keyword": "iskeyword issoftkeyword".split(),
    "fnmatch": "fnmatch filter translate".split(),
    "posixpath": "join split splitext normpath commonpath basename dirname isabs relpath".split(),
    "shlex": "split quote join".split(),
    "urllib.parse": "quote unquote urlparse urlencode parse_qs urljoin urlsplit".split(),
    "html": "escape unescape".split(),
    "ast": "literal_eval".split(),
    "colorsys": "rgb_to_hsv".split(),
    "cmath": "sqrt phase polar exp isinf".split(),
    "array": "array".split(),
    "pprint": "pformat".split(),
    "difflib": "get_close_matches".split(),
}
SPECS = ["", "5", "<5", ">8", "^7", "*^9", "05", "+", "-", " ", "d", "x", "#x", "#010b", "o", "c", "e", ".2f", "10.3g", ",", "_", "_x", "%", ".1%", "n", "s", ".2", "10.1s",
         "=+8", "z.0f", "#.3g", "é<4", "+,d", ",.2f", "r", ".3d", "08.2f", "+.1e", "<<4", "{", "}", "5.", ".", "G", "E", "F", "X", "#o", "-5d", "=5", "0=5", "<05", "+05.1f", "_.2f", ",x", "10c"]
PERCENT = ["%d", "%5d", "%-5d|", "%+d", "% d", "%05d", "%x", "%#x", "%X", "%o", "%#o", "%e", "%.2f", "%g", "%G", "%s", "%10s", "%-10s|", "%.2s", "%r", "%a", "%c", "%%", "%i", "%u", "%(a)s", "%*d",
           "%.*f", "%", "%z", "%ld", "%.3d", "%#.3g", "%5", "%(a", "%b", "%s %s", "%+.1e"]


class Generator(Constructs):
    def __init__(self, seed, corpus=()):
        self.rnd = random.Random(seed)
        self.corpus = corpus
        self.n = 0

    def pick(self, *lists):
        return self.rnd.choice(self.rnd.choice(lists))

    def chance(self, p):
        return self.rnd.random() < p

    # expressions

    def atom(self):
        return self.pick(INTS, FLOATS, STRS, STRS, BYTES, CONTAINERS, CONTAINERS, MISC, COMPLEX, INTS)

    def expr(self, depth=2):
        """An expression of any type; it raises often."""
        if depth <= 0 or self.chance(0.25):
            return self.atom()
        kind = self.rnd.randrange(14)
        e = lambda: self.expr(depth - 1)
        if kind < 3:
            op = self.rnd.choice(BINARY)
            left, right = e(), e()
            if op == "*":
                right = self.rnd.choice(SMALL + FLOATS)
            return f"({left} {op} {right})"
        if kind == 3:
            return f"({self.atom()} {self.rnd.choice(['**', '<<', '>>'])} {self.rnd.choice(SMALL)})"
        if kind == 4:
            return f"{self.rnd.choice(['-', '+', '~', 'not '])}{e()}"
        if kind == 5:
            return f"{e()}[{self.index()}]"
        if kind == 6:
            return f"({e()} if {e()} else {e()})"
        if kind == 7:
            return f"{self.rnd.choice(FUNCTIONS)}({self.args(depth - 1)})"
        if kind in (8, 9):
            return self.method(depth)
        if kind == 10:
            return self.comprehension(depth)
        if kind == 11:
            return self.fstring(depth)
        if kind == 12:
            o, c = self.rnd.choice(["[]", "()", "{}"])
            items = [("*" if self.chance(0.1) else "") + e() for _ in range(self.rnd.randrange(1, 4))]
            return o + ", ".join(items) + ("," if o == "(" else "") + c
        return f"({e()} {self.rnd.choice(['<', '==', '>=', 'in', 'is not'])} {e()} {self.rnd.choice(['<', '!=', '>', 'not in'])} {e()})"

    def index(self):
        if self.chance(0.5):
            return self.pick(SMALL, SMALL, STRS, ["None", "1.0", "()", "2**70", "..."])
        part = lambda: self.rnd.choice(["", "", "0", "1", "-1", "2", "-2", "5", "-7", "None", "2**65", "'a'", "1.5"])
        return part() + ":" + part() + (":" + part() if self.chance(0.5) else "")

    def args(self, depth, most=3):
        out = [self.expr(depth) if self.chance(0.3) else self.atom() for _ in range(self.rnd.choice([0, 1, 1, 1, 2, 2, 3][: most * 2 + 1]))]
        if self.chance(0.08):
            out.append("*" + self.rnd.choice(["[1]", "'ab'", "()", "5", "{}"]))
        if self.chance(0.12):
            out.append(self.rnd.choice(["key=len", "reverse=True", "default=None", "sep=','", "base=16", "start=1", "strict=True", "encoding='utf-8'", "errors='replace'", "key=str",
                                        "x=1", "a=2", "maxsplit=1", "keepends=True", "signed=True", "byteorder='little'", "**{'k': 1}", "**5", "**{1: 2}", "tabsize=3"]))
        return ", ".join(out)

    def method(self, depth):
        pool = self.rnd.choice([INTS, FLOATS, COMPLEX, STRS, STRS, STRS, BYTES, BYTES, CONTAINERS, CONTAINERS, CONTAINERS])
        obj = self.rnd.choice(pool)
        t = type(eval(obj))
        names = [n for n in dir(t) if not n.startswith("_")]
        if self.chance(0.25) or not names:
            names = [n for n in dir(t) if n.startswith("__") and n not in (
                "__class__", "__doc__", "__dir__", "__init_subclass__", "__subclasshook__", "__sizeof__", "__hash__", "__reduce__", "__reduce_ex__", "__getstate__", "__new__", "__setstate__", "__length_hint__")]
        name = self.rnd.choice(names)
        if name == "__pow__" or name == "__rpow__" or name == "__lshift__" or name == "__rlshift__":
            return f"({obj}).{name}({self.rnd.choice(SMALL)})"
        if name in ("__mul__", "__rmul__", "__imul__"):
            return f"({obj}).{name}({self.rnd.choice(SMALL + FLOATS + STRS)})"
        if name in ("zfill", "center", "ljust", "rjust", "expandtabs", "to_bytes", "from_bytes"):
            return f"({obj}).{name}({self.pick(SMALL, ['12', '20'], STRS, ['None', '2.5'])}{self.rnd.choice(['', ', ' + self.atom()])})"
        if name in ("fromhex", "maketrans", "fromkeys"):
            return f"({obj}).{name}({self.rnd.choice(STRS + CONTAINERS)})"
        return f"({obj}).{name}({self.args(depth - 2)})"

    def comprehension(self, depth):
        src = self.rnd.choice(["range(4)", "'abc'", "[1, 0, 2]", "[(1, 2), (3, 4)]", "{'a': 1}.items()", "5", "[[1], [2, 3]]"])
        var = "x" if "(" not in src and "items" not in src or self.chance(0.3) else "x, y"
        body = self.rnd.choice(["x", "x * 2", "(x, x)", "1 // x", "str(x)", "[y for y in (x, x)]", "lambda: x", "f'{x!r}'", "x if x else None", "(z := x)"])
        cond = self.rnd.choice(["", "", " if x", " if x != 1", " if not x or x > 'a'", " for w in range(2) if w"])
        o, c = self.rnd.choice(["[]", "{}", "()", ("list(", ")"), ("sum(", ")"), ("max(", ")"), ("sorted(", ")"), ("tuple(", ")"), ("dict(", ")")])
        if o == "{" and self.chance(0.5):
            body = f"{body}: x" if ":" not in body else "x: 1"
        return f"{o}{body} for {var} in {src}{cond}{c}"

    def fstring(self, depth):
        v = self.atom()
        if "\\" in v or "{" in v or "lambda" in v or ":" in v or "'" in v:
            v = self.pick(INTS, FLOATS, COMPLEX, ["None", "[1, 2]", "(1,)", "...", "int"])
        spec = self.rnd.choice(SPECS)
        if spec in "{}":
            spec = ""
        return "f'" + self.rnd.choice(["", "a", "{{"]) .replace("{{", "{{}}") + "{" + v + self.rnd.choice(["", "", "!r", "!s", "!a", "="]) + (":" + spec if spec else "") + "}'"

    # statements

    def statement(self):
        self.n += 1
        tag = self.n
        kinds = [(40, self.st_expr), (8, self.st_format), (8, self.st_percent), (7, self.st_inplace), (6, self.st_slice), (8, self.st_flow), (6, self.st_class),
                 (5, self.st_generator), (10, self.st_module), (4, self.st_unpack), (4, self.st_match), (4, self.st_call), (8, self.st_syntax), (4, self.st_operators), (3, self.st_mutate),
                 (6, self.st_groups), (5, self.st_with), (5, self.st_async), (6, self.st_scopes), (6, self.st_descriptor), (6, self.st_keys), (6, self.st_numbers), (6, self.st_text), (5, self.st_fstrings), (4, self.st_slices), (4, self.st_patterns)]
        x = self.rnd.randrange(sum(w for w, _ in kinds))
        for w, f in kinds:
            x -= w
            if x < 0:
                return f(tag)

    def st_expr(self, tag):
        return f"show({tag}, lambda: {self.expr(3)})"

    def st_format(self, tag):
        v = self.pick(INTS, FLOATS, FLOATS, STRS, COMPLEX, ["None", "[1]", "10**20", "1e100", "2/3", "1234567.891", "-1234567"])
        if self.chance(0.5):
            return f"show({tag}, lambda: format({v}, {self.rnd.choice(SPECS)!r}))"
        field = self.rnd.choice(["{}", "{0}", "{1}", "{a}", "{0!r:>8}", "{0.real}", "{0[0]}", "{a[k]}", "{0:{1}}", "{!x}", "{", "}", "{{}}", "{0}{}", "{:>{}}", "{0.__class__}", "{a.b}", "{:{:{}}}", "{[}", "{!r}", "{0:}", "{-1}", "{ 0}", "{0!}", "{0 }"])
        return f"show({tag}, lambda: {field!r}.format({v}, {self.atom()}, a={self.atom()}))"

    def st_percent(self, tag):
        f = self.rnd.choice(PERCENT)
        b = "b" if self.chance(0.25) else ""
        v = self.rnd.choice([self.pick(INTS, FLOATS, STRS, BYTES), f"({self.atom()},)", f"({self.pick(SMALL)}, {self.atom()})", "{'a': 1}", "()"])
        return f"show({tag}, lambda: {b}{f!r} % {v})"

    def st_inplace(self, tag):
        op = self.rnd.choice("+= -= *= /= //= %= &= |= ^=".split())
        left, right = self.atom(), self.atom()
        if op == "*=":
            right = self.rnd.choice(SMALL + FLOATS)
        return f"def f():\n    v = w = {left}\n    v {op} {right}\n    return v, type(v) in (list, dict, set, bytearray) and v is w\nshow({tag}, f)"

    def st_slice(self, tag):
        seq = self.rnd.choice(["list(range(8))", "[1, 2, 3]", "bytearray(b'abcdef')", "list('xy')", "[]", "(1, 2)", "'abc'", "{1: 2}", "memoryview(bytearray(b'wxyz'))"])
        i = self.index()
        if self.chance(0.3):
            return f"def f():\n    s = {seq}\n    del s[{i}]\n    return s\nshow({tag}, f)"
        return f"def f():\n    s = {seq}\n    s[{i}] = {self.pick(CONTAINERS, BYTES, INTS, STRS)}\n    return bytes(s) if isinstance(s, memoryview) else s\nshow({tag}, f)"

    def st_operators(self, tag):
        """Two classes with random special methods meet each other."""
        names = ["__add__", "__radd__", "__eq__", "__lt__", "__gt__", "__contains__", "__len__", "__bool__", "__getitem__", "__iter__", "__index__", "__float__", "__int__", "__hash__",
                 "__call__", "__neg__", "__iadd__", "__mod__", "__rmod__", "__matmul__", "__round__", "__format__", "__str__", "__repr__", "__complex__", "__bytes__", "__reversed__", "__enter__", "__exit__", "__next__",
                 "__length_hint__", "__divmod__", "__pow__", "__rpow__", "__trunc__", "__ceil__", "__missing__", "__instancecheck__", "__class_getitem__", "__getattr__", "__dir__", "__fspath__", "__and__", "__ror__"]
        def cls(name, base):
            out = [f"    class {name}({base}):"]
            for m in self.rnd.sample(names, self.rnd.randrange(1, 6)):
                v = self.rnd.choice(["NotImplemented", "None", "1", "-1", "'s'", "1.5", "[1]", "iter([1, 2])", "True", "2**80", "b'b'", "a", "1/0", "int", "()"])
                out.append(f"        def {m}(*a): print({name + m!r}, len(a)); return {v}")
            if len(out) == 1:
                out.append("        pass")
            return out
        base = self.rnd.choice(["", "A", "int", "str", "list", "dict", "float", "tuple"])
        lines = ["def f():"] + cls("A", self.rnd.choice(["", "", "int", "list", "dict"]) ) + cls("B", base)
        ops = ["a + b", "b + a", "a == b", "a < b", "b > a", "a in b", "b in a", "len(a)", "bool(b)", "not a", "a[0]", "list(b)", "range(a)", "float(a)", "int(b)", "hash(a) and 0", "a()", "-a", "a % b", "b % a", "a @ b",
               "round(a)", "format(b)", "str(a)", "repr(b)", "complex(a)", "bytes(a)", "list(reversed(a))", "next(a)", "divmod(a, b)", "a ** b", "a[b]", "isinstance(1, a)", "A[int]", "a.zzz", "dir(a)",
               "[1, 2][a]", "'abc'[a:]", "sum([a, b])", "max(a, b)", "sorted([b, a])", "{a: 1}", "'%s' % a", "'%d' % a", "f'{a}'", "f'{b:5}'", "[*a]", "(lambda *q, **k: (len(q), k))(*b)", "math.ceil(a)", "math.trunc(a)",
               "os.fspath(a)", "a & b", "b | a", "a is b", "a != b", "a <= b", "dict(a)", "set(b)", "str.join(',', a)", "chr(a)", "hex(b)", "abs(a)", "any(a)", "tuple(zip(a, b))"]
        lines.append("    import math, os")
        lines.append("    out = []")
        lines.append("    try:\n        a = A(); b = B()\n    except Exception as e:\n        return type(e).__name__, str(e)")
        for o in self.rnd.sample(ops, 8):
            lines.append(f"    try: v = {o}; print({o!r}, type(v).__name__, type(v) in (int, str, bool, float, list, tuple) and r(v))")
            lines.append(f"    except Exception as e: print({o!r}, type(e).__name__, _re.sub('0x[0-9a-f]+', '0x', str(e)))")
        return "\n".join(lines) + f"\nshow({tag}, f)"

    def st_mutate(self, tag):
        kind, ops = self.rnd.choice([
            ("list", ["append({a})", "extend({a})", "insert({i}, {a})", "pop({i})", "pop()", "remove({a})", "sort()", "sort(key=str)", "reverse()", "clear()", "count({a})", "index({a})", "copy()", "__imul__({i})", "index({a}, {i}, {i})"]),
            ("dict", ["setdefault({a}, {a})", "pop({a})", "pop({a}, {a})", "popitem()", "update({a})", "get({a})", "update(x={a})", "keys()", "values()", "items()", "__ior__({a})", "copy()", "fromkeys({a})"]),
            ("set", ["add({a})", "discard({a})", "remove({a})", "update({a})", "intersection_update({a})", "difference({a})", "union({a}, {a})", "symmetric_difference_update({a})", "issubset({a})", "isdisjoint({a})", "__xor__({a})"]),
            ("bytearray", ["append({i})", "extend({a})", "insert({i}, {i})", "pop({i})", "remove({i})", "reverse()", "find({a})", "replace(b'a', {a})", "translate(None, {a})", "__iadd__({a})", "removeprefix({a})", "hex({a})"]),
            ("collections.deque", ["append({a})", "appendleft({a})", "extend({a})", "extendleft({a})", "rotate({i})", "pop()", "popleft()", "insert({i}, {a})", "remove({a})", "index({a})", "count({a})", "__getitem__({i})", "__imul__({i})", "copy()"]),
            ("collections.OrderedDict", ["move_to_end({a})", "popitem(last=False)", "popitem()", "setdefault({a}, {i})", "update({a})", "pop({a})", "__reversed__()", "move_to_end({a}, last=False)", "__setitem__({a}, {i})"]),
            ("collections.Counter", ["update({a})", "subtract({a})", "most_common({i})", "elements()", "total()", "__add__({a})", "__sub__(v)", "__or__(v)", "pop({a})"]),
        ])
        lines = ["def f():", "    import collections", f"    v = {kind}()"]
        for _ in range(8):
            op = self.rnd.choice(ops).replace("{i}", self.rnd.choice(SMALL))
            while "{a}" in op:
                op = op.replace("{a}", self.atom(), 1)
            lines.append(f"    show({op.split('(')[0]!r}, lambda: v.{op})")
        lines.append("    return v")
        return "\n".join(lines) + f"\nshow({tag}, f)"

    def st_module(self, tag):
        mod = self.rnd.choice(list(MODULE_CALLS))
        fn = self.rnd.choice(MODULE_CALLS[mod])
        a = self.args(1)
        if mod == "re" and fn != "escape":
            pat = self.rnd.choice([r"(a)(b)?", r"\w+", r"(?P<n>\d+)", r"[a-c]*", r"(", r"a{2,1}", r"\b", r"", r"x*", r"(?i)A", r"[z-a]", r"(?<=a)b", r"(?P<1>)", r"*", r"\8", r"(?:(a)|b)+", r"^.*$", r"a|"])
            b = self.rnd.choice(STRS) if self.chance(0.8) else self.atom()
            a = f"{pat!r}" + (f", {self.rnd.choice(STRS)}" if fn == "sub" else "") + (f", {b}" if fn != "compile" else "")
        elif mod == "struct":
            fmt = self.rnd.choice(["i", "<h", ">q", "3s", "bB", "f", "d", "?", "2x", "!I", "5", "z", "n", "<n", "p", "4p", "c", "e", "=L", "P"])
            a = f"{fmt!r}" + {"pack": ", " + self.args(0), "calcsize": ""}.get(fn, ", " + self.rnd.choice(["b'abcdefgh'", "bytes(4)", "b''", "b'\\xff' * 8", "'s'"]))
        elif mod in ("math", "cmath", "colorsys", "statistics", "fractions", "decimal") and self.chance(0.75):
            a = ", ".join(self.pick(SMALL, FLOATS, ["10", "0.5"]) for _ in range(self.rnd.randrange(1, 4)))
            if mod == "statistics":
                a = f"[{a}]"
        elif mod == "datetime" and self.chance(0.8):
            a = ", ".join(self.rnd.choice(["1", "2024", "12", "31", "0", "29", "2", "-1", "23", "59", "1.5", "'x'"]) for _ in range(self.rnd.randrange(1, 6)))
        elif mod in ("textwrap", "shlex", "html", "urllib.parse", "fnmatch", "posixpath", "string", "unicodedata", "ast", "json") and self.chance(0.7):
            docs = ["'[1, 2.5, null]'", "'{\"a\": \"b\"}'", "'[1,]'", "\"{'a': (1, b'x'), 2: {3}}\"", "'-1+2j'", "'a b  \"c d\"'", "'http://u:p@h:80/p;x?q=1&q=2#f'", "'&lt;&#65;&copy;'", "'../a/./b//c'", "'*.py'", "'NFC'", "'é'", "'A'", "'the quick brown fox jumps'"]
            a = ", ".join(self.rnd.choice(docs + STRS[:12] + SMALL[:4]) for _ in range(self.rnd.choice([1, 1, 2])))
        return f"def f():\n    import {mod}\n    return {mod}.{fn}({a})\nshow({tag}, f)"

    def st_unpack(self, tag):
        target = self.rnd.choice(["a, b", "a, *b", "*a, b, c", "(a, b), c", "[a]", "a, (b, *c)", "a, b, c, d", "a"])
        src = self.pick(CONTAINERS, STRS, BYTES, ["[(1, 2), 3]", "5", "None", "iter('ab')", "[[1, 2, 3], 4]", "(1, [2, 3, 4])"])
        return f"def f():\n    {target} = {src}\n    return sorted(locals().items())\nshow({tag}, f)"

    def st_match(self, tag):
        pats = ["1", "-1", "'a'", "None", "True", "x", "_", "[a]", "[a, *b]", "(1 | 2) as n", "[1, _, *_]", "{'a': v}", "{'a': 1, **rest}", "int(n)", "str() as s", "int() | float()", "[*_, 3]", "(a, b)", "{}", "[]", "dict(x)",
                "list(l)", "ValueError(args=a)", "1.5", "b'abc'", "2j", "-0.0", "range(start=s)", "[[c], *d]", "object(real=q)", "str('abc')", "int(1, 2)"]
        cases = self.rnd.sample(pats, 5)
        cases = [c for c in cases if c not in ("x", "_")]
        body = "".join(f"        case {c}{self.rnd.choice(['', '', ' if v0', ' if not v0'])}:\n            return {c!r}, sorted((k, r(v)) for k, v in locals().items() if k != 'v0')\n" for c in cases)
        return f"def f():\n    v0 = {self.atom()}\n    match v0:\n{body}    return 'no match'\nshow({tag}, f)"

    def st_call(self, tag):
        params = []
        names = list("abcdef")
        if self.chance(0.4):
            params += [names.pop(0), "/"]
        default = False
        for _ in range(self.rnd.randrange(3)):
            default = default or self.chance(0.3)
            params.append(names.pop(0) + ("=0" if default else ""))
        star = self.chance(0.4)
        if star:
            params.append("*args")
        if self.chance(0.4):
            if not star:
                params.append("*")
            params.append(names.pop(0) + self.rnd.choice(["", "=9"]))
        if self.chance(0.4):
            params.append("**kw")
        args = [self.rnd.choice(["1", "2", "*[3]", "*()", "*'xy'"]) for _ in range(self.rnd.randrange(4))]
        args += [self.rnd.choice(["a=1", "b=2", "c=3", "d=4", "z=5", "**{'a': 6}", "**{'y': 7}", "**{}"]) for _ in range(self.rnd.randrange(3))]
        if len(args) != len({a.split("=")[0] for a in args if a[0] != "*" and a[0] not in "12"} | {i for i, a in enumerate(args) if "=" not in a}):
            args = args[:2] if all("=" not in a for a in args[:2]) else args[:1]
        return f"def f({', '.join(params)}):\n    return sorted(locals().items())\nshow({tag}, lambda: f({', '.join(args)}))"

    # control flow

    def block(self, depth, ind, loop, gen):
        out = []
        pad = "    " * ind
        for _ in range(self.rnd.randrange(1, 4)):
            self.c += 1
            k = self.rnd.randrange(15)
            sub = lambda lp=loop: self.block(depth - 1, ind + 1, lp, gen)
            if depth <= 0 or k < 3:
                out.append(f"{pad}t({self.c})")
            elif k == 3:
                out += [f"{pad}for i{ind} in {self.rnd.choice(['range(3)', '(1, 0)', 'g(2)', '[]'])}:"] + sub(True)
                if self.chance(0.4):
                    out += [f"{pad}else:"] + sub()
            elif k == 4:
                out += [f"{pad}if t({self.c}) % {self.rnd.randrange(2, 4)}:"] + sub()
                if self.chance(0.5):
                    out += [f"{pad}else:"] + sub()
            elif k in (5, 6):
                out += [f"{pad}try:"] + sub()
                fin = self.chance(0.5)
                if not fin or self.chance(0.6):
                    out += [f"{pad}except {self.rnd.choice(['ValueError', 'KeyError', 'Exception', '(KeyError, TypeError)', 'ZeroDivisionError as e'])}:"] + sub()
                    if self.chance(0.3):
                        out += [f"{pad}else:"] + sub()
                if fin:
                    out += [f"{pad}finally:"] + sub()
            elif k == 7:
                out += [f"{pad}with C({self.rnd.choice(['0', '1', '2'])}) as c{ind}:"] + sub()
            elif k == 8:
                out.append(pad + self.rnd.choice(["raise ValueError(t(%d))", "raise KeyError", "1 // 0", "raise", "raise TypeError from KeyError(1)", "raise ValueError from None"]).replace("%d", str(self.c)))
            elif k == 9 and loop:
                out.append(pad + self.rnd.choice(["break", "continue"]))
            elif k == 10:
                out.append(f"{pad}return {self.c}")
            elif k == 11 and gen:
                out.append(pad + self.rnd.choice([f"yield {self.c}", f"t((yield {self.c}))", "yield from g(2)", f"x = yield from h()"]))
            elif k == 12:
                out += [f"{pad}while t({self.c}) < {self.rnd.randrange(3, 9)}:"] + sub(True)
            elif k == 13:
                out.append(f"{pad}v = lambda q=t({self.c}): (q, v)")
            else:
                out.append(f"{pad}log.append({self.rnd.choice(['v', 'e', 'i1', 'i2', 'c1', self.rnd.choice(INTS)])})")
        return out

    FLOW = """def f():
    log = []
    def t(n=None):
        log.append(n)
        if len(log) > 60: raise RuntimeError("enough")
        return len(log)
    class C:
        def __init__(self, k): self.k = k
        def __enter__(self): log.append("in"); return self.k
        def __exit__(self, *a): log.append(a[0] and a[0].__name__); return self.k == 1
    def g(n):
        for i in range(n):
            yield i
    def h():
        try:
            x = yield "h"
            log.append(("got", x))
        except ValueError as e:
            log.append(str(e))
            return "caught"
        return x
"""

    def st_flow(self, tag):
        self.c = 0
        body = self.block(4, 2, False, False)
        return (self.FLOW + "    def run():\n" + "\n".join(body) + "\n    try: res = run()\n    except Exception as e: res = (type(e).__name__, str(e), type(e.__context__).__name__, type(e.__cause__).__name__, e.__suppress_context__)\n"
                f"    return res, [type(x).__name__ if callable(x) or isinstance(x, Exception) else x for x in log]\nshow({tag}, f)")

    def st_generator(self, tag):
        self.c = 0
        body = self.block(3, 2, False, True) + ["        yield 'end'"]
        drive = []
        for _ in range(self.rnd.randrange(2, 7)):
            drive.append(self.rnd.choice(["next(it)", "it.send(None)", "it.send(5)", "it.throw(ValueError('thrown'))", "it.throw(KeyError)", "it.close()", "list(it)", "it.gi_running", "it.gi_frame is None"]))
        lines = "".join(f"    try: log.append({d})\n    except Exception as e: log.append((type(e).__name__, str(e), type(e.__context__).__name__))\n" for d in drive)
        return self.FLOW + "    def run():\n" + "\n".join(body) + "\n    it = run()\n" + lines + f"    return [type(x).__name__ if callable(x) or isinstance(x, Exception) else x for x in log]\nshow({tag}, f)"

    def st_class(self, tag):
        names = []
        lines = ["def f():", "    log = []"]
        for i in range(self.rnd.randrange(2, 6)):
            bases = self.rnd.sample(names, min(len(names), self.rnd.randrange(3)))
            if not bases and self.chance(0.2):
                bases = [self.rnd.choice(["int", "list", "dict", "Exception", "object", "str"])]
            name = "ABCDEF"[i]
            names.append(name)
            lines.append(f"    class {name}({', '.join(bases)}):")
            body = []
            if self.chance(0.2):
                body.append(f"__slots__ = {self.rnd.choice(['()', '[chr(112)]', '(chr(112), chr(113))', repr('pq'), repr('p q')])}")
            if self.chance(0.6):
                sup = self.rnd.choice(["super().m()", "0", "super().m() + 1", "super(__class__, self).m()", "[k.__name__ for k in type(self).__mro__]"])
                body.append(f"def m(self): log.append('{name}.m'); return {sup}")
            if self.chance(0.4):
                body.append(f"p = property(lambda self: '{name}.p'{self.rnd.choice(['', ', lambda self, v: log.append(v)'])})")
            if self.chance(0.3):
                body.append(f"def __getattr__(self, n): log.append(('{name}', n)); return super().__getattribute__(n) if {self.chance(0.5)} else n")
            if self.chance(0.3):
                body.append(f"x = '{name}'")
            if self.chance(0.2):
                body.append(f"@classmethod\n        def k(cls, *a): return cls.__name__, a")
            if self.chance(0.2):
                body.append(f"@staticmethod\n        def s(*a): return a")
            if self.chance(0.2):
                body.append(f"def __init_subclass__(cls, **kw): log.append(('{name}', cls.__name__, kw)); super().__init_subclass__(**kw)")
            if self.chance(0.15):
                body.append(f"def __set_name__(self, o, n): log.append((o.__name__, n))")
            if self.chance(0.15):
                body.append(f"def __new__(cls, *a): log.append(a); return super().__new__(cls, *a)")
            if self.chance(0.15):
                body.append("__hash__ = None")
            if self.chance(0.15):
                body.append("def __eq__(self, o): return NotImplemented")
            for b in body or ["pass"]:
                lines.append("        " + b)
        for _ in range(6):
            n = self.rnd.choice(names)
            e = self.rnd.choice(["{n}().m()", "{n}().p", "{n}.p", "[k.__name__ for k in {n}.__mro__]", "{n}().x", "{n}().zz", "setattr({n}(), 'q', 1)", "setattr({n}(), 'p', 2)", "{n}.k(1)", "{n}().s(2)", "hash({n}()) and 0", "{n}(1, 2)", "sorted(vars({n}()))",
                                 "{n}() == {n}()", "delattr({n}(), 'x')", "issubclass({n}, A)", "{n}.__bases__", "type({n}().m).__name__", "{n}.__dict__.get('x')", "super({n}, {n}()).m()", "{n}.zz", "{n}.m()", "type('T', ({n}, A), dict(zz=1)).zz", "{n} | None", "{n}[int]", "del_({n})"]).replace("{n}", n)
            lines.append(f"    show({e!r}, lambda: {e})")
        return "\n".join(lines) + f"\n    return log\nshow({tag}, f)"

    # syntax

    def st_syntax(self, tag):
        src = self.rnd.choice(self.corpus) if self.corpus else "x = 1\n"
        toks = re.findall(r"\s+|\w+|'[^'\n]*'|\"[^\"\n]*\"|.", src, re.S)
        for _ in range(self.rnd.choice([1, 1, 1, 2, 3])):
            if not toks:
                break
            i = self.rnd.randrange(len(toks))
            k = self.rnd.randrange(6)
            extra = self.rnd.choice(["(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ":=", "*", "**", ".", "if", "else", "for", "in", "lambda", "yield", "await", "async", "def", "class", "return", "not", "is", "None", "import", "from", "as", "except", "except*", "try",
                                     "with", "match x:", "case", "global x", "nonlocal", "del", "'", '"', "f'{", "\n", "\n  ", "  ", ";", "@", "->", "1x", "0777", "1_", "\\", "!", "$", "?", "…", "é", "1.e", "0b2", "type X", "%", "~", "|", "print x", "f'{x!}'", "b'é'", "0xg", "'''", "_", "pass"])
            if k == 0:
                del toks[i]
            elif k == 1:
                toks.insert(i, extra)
            elif k == 2:
                toks[i] = extra
            elif k == 3:
                j = self.rnd.randrange(len(toks))
                toks[i], toks[j] = toks[j], toks[i]
            elif k == 4:
                toks.insert(i, toks[i])
            else:
                del toks[i:i + 4]
        text = "".join(toks)
        return (f"def f():\n    try: compile({text!r}, 's', 'exec'); return 'ok'\n"
                f"    except SyntaxError as e: return type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text\nshow({tag}, f)")


def load_corpus(directory):
    """Short pieces of the script tests, to be mutated."""
    out = []
    for d, _, files in sorted(os.walk(directory)):
        for f in sorted(files):
            if f.endswith(".py"):
                with open(os.path.join(d, f), encoding="utf-8") as fh:
                    text = fh.read()
                out += [p.strip("\n") + "\n" for p in text.split("\n\n\n") if 10 < len(p) < 400 and '"""' not in p]
    return out


def program(seed, corpus, size=40):
    g = Generator(seed, corpus)
    return [g.statement() for _ in range(size)]
