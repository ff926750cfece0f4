"""Statements for generate.py that put the larger constructs of the language
together: exception groups, coroutines, scopes, descriptors, context managers,
keys with methods of their own, formats, slices, patterns for classes."""


class Constructs:
    """Mixed into the generator: rnd, pick, chance, atom, args are its."""

    def lines(self, tag, lines, result="log"):
        return "def f():\n" + "\n".join("    " + x for x in lines) + f"\n    return {result}\nshow({tag}, f)"

    # exceptions

    def group(self, depth):
        """An exception or group as an expression."""
        if depth <= 0 or self.chance(0.45):
            return self.rnd.choice(["ValueError(1)", "KeyError('k')", "TypeError()", "OSError(2, 'x')", "ZeroDivisionError('z')", "StopIteration(3)", "E(1, 2)", "KeyboardInterrupt()", "ValueError"])
        kind = self.rnd.choice(["ExceptionGroup", "ExceptionGroup", "BaseExceptionGroup", "G"])
        items = ", ".join(self.group(depth - 1) for _ in range(self.rnd.choice([0, 1, 1, 2, 2, 3])))
        return f"{kind}({self.rnd.choice(['\"g\"', '\"h\"', '\"\"', '1'])}, {self.rnd.choice(['[%s]', '[%s]', '(%s,)']) % items})"

    def st_groups(self, tag):
        types = ["ValueError", "KeyError", "(TypeError, OSError)", "Exception", "ExceptionGroup", "E", "LookupError", "ArithmeticError", "int", "()"]
        lines = ["log = []", "class E(Exception): pass", "class G(ExceptionGroup):", "    def derive(self, x): return G('d' + self.message, x)",
                 "def d(e): return (type(e).__name__, e.message, [d(x) for x in e.exceptions]) if isinstance(e, BaseExceptionGroup) else repr(e)",
                 "def run():", "    try:", f"        raise {self.group(3)}"]
        for _ in range(self.rnd.randrange(1, 4)):
            lines.append(f"    except* {self.rnd.choice(types)} as e:")
            lines.append(f"        log.append(d(e)); {self.rnd.choice(['pass', 'pass', 'raise', 'raise e', 'raise KeyError(5)', 'raise e.exceptions[0]', '1/0', 'log.append(type(e.__context__).__name__)', 'raise TypeError from e', 'e = 1', 'e.add_note(\"n\")'])}")
        if self.chance(0.3):
            lines += ["    else:", "        log.append('else')"]
        if self.chance(0.3):
            lines += ["    finally:", f"        log.append({self.rnd.choice(['1', 'sys_exc()'])})"]
        lines += ["def sys_exc():", "    import sys; return d(sys.exception())",
                  "try: run()", "except BaseException as e: log.append(('out', d(e), e.__context__ and d(e.__context__), e.__cause__ and d(e.__cause__), getattr(e, '__notes__', None)))",
                  f"x = {self.group(3)}"]
        for _ in range(3):
            op = self.rnd.choice(["x.split({t})", "x.subgroup({t})", "x.subgroup(lambda e: len(e.args) > 0)", "x.derive([KeyError()])", "x.exceptions", "x.args", "str(x)", "repr(x)", "x.split(lambda e: isinstance(e, {t}))", "x.message", "type(x).__mro__[1].__name__"])
            op = op.replace("{t}", self.rnd.choice(types))
            lines.append(f"try: v = {op}; log.append(tuple(i and d(i) for i in v) if isinstance(v, tuple) else d(v) if isinstance(v, BaseException) else v)")
            lines.append("except Exception as e: log.append(repr(e))")
        return self.lines(tag, lines)

    def st_with(self, tag):
        lines = ["log = []", "class C:", "    def __init__(s, n, how): s.n, s.how = n, how",
                 "    def __enter__(s):", "        log.append(('enter', s.n))", "        if s.how == 'enter': raise KeyError(s.n)", "        return s.n",
                 "    def __exit__(s, t, v, tb):", "        log.append(('exit', s.n, t and t.__name__, repr(v), tb is not None))",
                 "        if s.how == 'raise': raise TypeError(s.n)", "        if s.how == 'same' and v: raise v", "        return s.how == 'swallow' or s.how == 'list' and [0]", "def run():"]
        how = lambda: self.rnd.choice(["''", "'swallow'", "'raise'", "'enter'", "'same'", "'list'"])
        body = lambda: self.rnd.choice(["pass", "1/0", "return 5", "raise ValueError('b')", "raise StopIteration", "a = 1; del a; a", "break", "continue", "yield_()", "import nosuchmodule", "raise", "return (1, 2)[9]"])
        pad = "    "
        if self.chance(0.5):
            lines.append(pad + "for i in range(3):")
            pad += "    "
        lines.append(pad + self.rnd.choice([f"with C(1, {how()}) as a, C(2, {how()}) as b:", f"with (C(1, {how()}) as a, C(2, {how()}),):", f"with C(1, {how()}):", f"with C(1, {how()}) as (a, b):", f"with C(1, {how()}), {self.atom()} as c:"]))
        b = body()
        if b in ("break", "continue") and len(pad) == 4:
            b = "pass"
        lines += [pad + "    log.append('in')", pad + "    " + b, pad + "    log.append('after')"]
        lines += ["    return 'end'", "try: log.append(run())", "except BaseException as e: log.append((repr(e), repr(e.__context__), repr(e.__cause__)))"]
        return self.lines(tag, lines)

    # coroutines

    def st_async(self, tag):
        ops = ["await A(1)", "x = await A(2); log.append(x)", "await co(3)", "async with M(1): log.append('in')", "async with M(0): 1/0", "async for i in gen(3): log.append(i)", "async for i in It(2):\n            log.append(i)\n            if i: break",
               "log.append([i async for i in gen(2)])", "log.append({i: await A(i) async for i in gen(3) if i})", "log.append([await A(i) for i in (7, 8)])", "raise ValueError('c')", "return 9", "await 5", "await None", "async for i in [1]: pass",
               "async with open: pass", "try: await A(4)\n        except KeyError as e: log.append(repr(e))\n        finally: log.append('f')", "g = gen(5); log.append(await anext(g)); await g.aclose()", "log.append(await anext(gen(0), 'dflt'))", "g = gen(2); await g.asend(None); log.append(await g.asend('s'))",
               "g = gen(2); await anext(g); await g.athrow(KeyError)", "await gen(1)", "x = co(1); x.close(); await x"]
        lines = ["log = []", "class A:", "    def __init__(s, v): s.v = v", "    def __await__(s):", "        log.append(('await', (yield s.v)))", "        return s.v * 10",
                 "class M:", "    def __init__(s, k): s.k = k", "    async def __aenter__(s): log.append('aenter'); await A('e'); return s", "    async def __aexit__(s, *a): log.append(('aexit', a[0] and a[0].__name__)); return s.k == 0",
                 "class It:", "    def __init__(s, n): s.n = n; s.i = 0", "    def __aiter__(s): return s", "    async def __anext__(s):", "        s.i += 1", "        if s.i > s.n: raise StopAsyncIteration", "        return s.i - 1",
                 "async def gen(n):", "    try:", "        for i in range(n): log.append(('got', (yield i)))", "    finally: log.append and 0", "async def co(n): return await A(n) if n else 0", "async def main():"]
        for _ in range(self.rnd.randrange(1, 4)):
            lines += ["    " + x.replace("\n        ", "\n            ") for x in self.rnd.choice(ops).split("\n@")]
        lines += ["    return 'done'", "m = main()"]
        for _ in range(self.rnd.randrange(3, 9)):
            d = self.rnd.choice(["m.send(None)", "m.send(None)", "m.send(6)", "m.throw(KeyError('t'))", "m.close()", "m.cr_running", "m.cr_frame is None", "type(m.cr_await).__name__", "m.throw(GeneratorExit)"])
            lines += [f"try: log.append({d})", "except BaseException as e: log.append((type(e).__name__, [x for x in e.args if not callable(x)], type(e.__context__).__name__))"]
        lines.append("m.close()")
        return self.lines(tag, lines)

    # scopes

    def st_scopes(self, tag):
        names = ["a", "b", "c"]

        def block(depth, kind):
            out = []
            for _ in range(self.rnd.randrange(2, 5)):
                n = self.rnd.choice(names)
                k = self.rnd.randrange(14)
                if k < 3:
                    out.append(f"{n} = {self.rnd.randrange(9)}")
                elif k < 5:
                    out.append(f"log.append({n})")
                elif k == 5:
                    out.append(f"del {n}")
                elif k == 6:
                    out.append(f"log.append([{n} for {n} in range(2) if {self.rnd.choice(names)} is not None])")
                elif k == 7:
                    out.append(f"log.append([[{self.rnd.choice(names)} + i for i in range({n})] for {n} in (1, 2)])")
                elif k == 8:
                    out.append(f"log.append((lambda {n}={self.rnd.choice(names)}: {n})())")
                elif k == 9:
                    out.append(f"log.append([{n} := {n} + i for i in range(2)])")
                elif k == 10 and depth:
                    out += [f"def g({self.rnd.choice(['', n])}):"] + ["    " + x for x in self.rnd.sample([f"global {self.rnd.choice(names)}", f"nonlocal {self.rnd.choice(names)}", "pass"], 1) + block(depth - 1, "def")] + ["g()"]
                elif k == 11 and depth:
                    out += [f"class K:"] + ["    " + x for x in block(depth - 1, "class")] + ["log.append(sorted(k for k in vars(K) if len(k) == 1))"]
                elif k == 12:
                    out += ["try: 1/0", f"except ZeroDivisionError as {n}: pass"]
                else:
                    out.append(f"log.append(sorted(k for k in locals() if len(k) == 1))")
            return out
        body = block(3, "def")
        src = "def run(a, log):\n    b = 1\n" + "\n".join("    " + x for x in body) + "\n"
        lines = ["log = []", "ns = {'c': 3}", f"try: exec({src!r}, ns); ns['run'](0, log)",
                 "except SyntaxError as e: log.append((e.msg, e.lineno, e.offset))", "except Exception as e: log.append((type(e).__name__, str(e)))", "log.append(sorted(k for k in ns if len(k) == 1))"]
        return self.lines(tag, lines)

    # types

    def st_descriptor(self, tag):
        w = lambda *x: self.rnd.choice(x)
        lines = ["log = []", "class D:"]
        for m, sig in (("__get__", "s, o, t=None"), ("__set__", "s, o, v"), ("__delete__", "s, o"), ("__set_name__", "s, o, n"), ("__call__", "s, *a")):
            if self.chance(0.6):
                lines.append(f"    def {m}({sig}): log.append({m!r}); return {w('1', 's', 'o' if 'o' in sig else '2', 'None', '1/0' if self.chance(0.2) else '3')}")
        lines += ["    n = 1", "class M(type):"]
        lines += ["    " + x for x in self.rnd.sample(["x = 'mx'", "y = property(lambda c: 'my')", "def __getattr__(c, n): log.append(n); return n", "def __setattr__(c, n, v): log.append(n); super().__setattr__(n, v)", "z = D()", "def __instancecheck__(c, o): return True", "def __len__(c): return 3",
                                              "def __call__(c, *a): log.append(a); return super().__call__()", "def __iter__(c): return iter('ab')", "def __contains__(c, x): return True", "def __prepare__(n, b, **k): return {'p': 1}", "def __dir__(c): return ['q']"], 3)]
        base = w("", "int", "dict", "list", "Exception", "str", "tuple")
        lines.append(f"class A({base + ', ' if base else ''}metaclass={w('M', 'type')}):")
        lines += ["    " + x for x in self.rnd.sample(["x = D()", "y = D()", "z = 5", "__slots__ = ()", "__slots__ = ('z2', '__dict__')" if base not in ("int", "tuple", "str") else "pass", "x = property(lambda s: 'px')", "w = classmethod(lambda c: c.__name__)", "v = staticmethod(len)", "def __getattr__(s, n): return 'ga' + n",
                                              "def __getattribute__(s, n): log.append(n); return super().__getattribute__(n)", "def __setattr__(s, n, v): log.append(n); object.__setattr__(s, n, v)", "def __delattr__(s, n): log.append(n)", "__class_getitem__ = classmethod(lambda c, i: i)", "__match_args__ = ('x',)",
                                              "def __init_subclass__(c, **k): log.append(k)", "def __format__(s, f): return f", "__hash__ = None", "def __bool__(s): return 2", "def __len__(s): return -1", "def __index__(s): return 4", "def __repr__(s): return 5", "def __eq__(s, o): return 'eq'", "__doc__ = D()"], self.rnd.randrange(2, 6))]
        lines += ["try: a = A()", "except Exception as e: return log, repr(e)"]
        n = lambda: w("x", "y", "z", "w", "v", "q")
        for _ in range(8):
            op = w("a.{n}", "A.{n}", "setattr(a, '{n}', 7)", "setattr(A, '{n}', 7)", "delattr(a, '{n}')", "hasattr(a, '{n}')", "A[1]", "len(A)", "list(A)", "bool(a)", "len(a)", "[9, 8, 7, 6, 5][a]", "f'{a:q}'", "isinstance(3, A)", "3 in A", "sorted(vars(a))", "a == 1", "a != 1", "hash(a) * 0", "vars(A).get('{n}') is None",
                   "type(a).{n}", "object.__getattribute__(a, '{n}')", "getattr(a, '{n}', 'no')", "super(A, a).{n}", "type('S', (A,), {}, k=1).__name__", "a.__class__.__name__", "A.__doc__", "A.__call__", "a()", "setattr(a, '__class__', int)", "a.__dict__", "A.__slots__", "type('T', (A, D), {'x': 1}).x", "A.__mro__").replace("{n}", n())
            lines.append(f"show({op!r}, lambda: {op})")
        return self.lines(tag, lines)

    def st_keys(self, tag):
        """Dicts and sets of keys with their own hash and equality."""
        eq = self.rnd.choice(["s.v == getattr(o, 'v', o)", "True", "False", "NotImplemented", "1/0 if s.v == 2 else s.v == getattr(o, 'v', None)", "[]", "log.append((s.v, getattr(o, 'v', o))) or s is o", "(d.clear(), s.v == 1)[1]" if self.chance(0.2) else "s.v > 1"])
        h = self.rnd.choice(["1", "s.v % 2", "hash(s.v)", "2**70", "1/0 if s.v == 3 else 5", "'x'", "True"])
        lines = ["log = []", "class K:", "    def __init__(s, v): s.v = v", f"    def __hash__(s): return {h}", f"    def __eq__(s, o): return {eq}", "    def __repr__(s): return 'K%d' % s.v", "    def __lt__(s, o): return s.v < o.v",
                 "ks = [K(i) for i in range(5)]", "d, t, l = {}, set(), []"]
        k = lambda: self.rnd.choice(["ks[0]", "ks[1]", "ks[2]", "ks[3]", "K(1)", "K(2)", "1", "2", "'a'"])
        for _ in range(9):
            op = self.rnd.choice(["d.__setitem__({k}, 1)", "d.setdefault({k}, 2)", "d.pop({k}, 'no')", "d.get({k})", "{k} in d", "d.__delitem__({k})", "t.add({k})", "t.discard({k})", "t.remove({k})", "{k} in t", "t & {{k}, {k}}", "t | {{k}}", "t ^ {{k}}", "t - {{k}}", "t == {{k}}", "{{k}} <= t", "t.update(ks)", "d.update(dict.fromkeys(ks))",
                                  "d == {{k}: 1}", "ks.index({k})", "ks.count({k})", "{k} in ks", "l.append({k})", "l.remove({k})", "l == [{k}]", "(1, {k}) == (1, {k})", "sorted(ks, reverse=True)", "max({k}, {k})", "{**d, {k}: 3}", "d | {{k}: 4}", "dict(zip(ks, 'abc'))", "list(d.items())", "frozenset(ks) == set(ks)", "d.keys() & {{k}}", "d.items() - {({k}, 1)}", "list(d)",
                                  "[x for x in t][:1]", "t.isdisjoint([{k}])", "{k} == {k}", "{k} != {k}", "hash({k})", "d.popitem()", "len(t)", "(d.keys() | t) and 0"])
            while "{k}" in op:
                op = op.replace("{k}", k(), 1)
            lines.append(f"show({op!r}, lambda: {op})")
        return self.lines(tag, lines)

    # texts and numbers

    def spec(self):
        w = lambda *x: self.rnd.choice(x)
        return (w("", "", "*", "é", "<", "0") + w("<", ">", "^", "=") if self.chance(0.4) else "") + w("", "", "+", "-", " ") + w("", "", "z") + w("", "", "#") + w("", "", "0") + w("", "", "1", "8", "12") + w("", "", ",", "_") + w("", "", ".0", ".1", ".3", ".17") + w("", "d", "f", "e", "g", "%", "x", "X", "b", "o", "c", "n", "s", "G", "E")

    def st_numbers(self, tag):
        nums = ["0", "-1", "42", "10**20", "-10**17", "255", "1.5", "-0.0", "0.1", "1e22", "1e-5", "123456789.987654321", "2.5", "float('nan')", "float('-inf')", "1e308", "5e-324", "0.5", "True", "1+2j", "-0j", "1e15+0.3", "99999.5", "9.995", "1e16"]
        lines = ["log = []"]
        for _ in range(8):
            v, s = self.rnd.choice(nums), self.spec()
            op = self.rnd.choice(["format({v}, {s})", "f'{{v}:{q}}'", "format({v}, {s})", "round({v}, {n})", "int({v})", "float.hex({v})", "({v}).as_integer_ratio()", "divmod({v}, {w})", "{v} // {w}", "{v} % {w}", "pow({v}, {n})", "repr({v})", "str({v} / {w})", "float(str({v}))", "({v}).is_integer()", "({v}).__floor__()", "({v}).__round__({n})",
                                  "int({v}).bit_length()", "int({v}).to_bytes(9, 'big', signed=True)", "'%{p}' % {v}", "{v} == {w}, {v} < {w}", "complex({v}, {w})", "({v}).conjugate()", "int({v}) >> {n}", "int({v}) & {n}", "int({v}) ^ -7"])
            if "{q}" in op and "{" in s:
                continue
            op = op.replace("{s}", repr(s)).replace("{q}", s).replace("{p}", self.rnd.choice(["d", ".3f", "+e", "#x", "08.2f", "-9g|", "s", "r", " i", "c", "o", ".0e", "#.3g", "5.1f"])).replace("{n}", self.rnd.choice(["0", "1", "2", "-1", "5", "20"])).replace("{v}", v).replace("{w}", self.rnd.choice(nums))
            lines.append(f"show({op!r}, lambda: {op})")
        return self.lines(tag, lines)

    def st_text(self, tag):
        texts = ["''", "'a'", "'aXbXc'", "' \\t x\\n'", "'Straße'", "'ǆabc'", "'a\\r\\nb\\x0bc\\x85d'", "'\\ud800z'", "'١٢'", "'x' * 20", "'İ'", "'ﬁ'", "'a.b.c'", "'00-7'", "'\\U0001f600é'", "'ab\\0cd'"]
        w = self.rnd.choice
        arg = lambda: w(texts + ["None", "0", "1", "-1", "-5", "3", "True", "2**70", "()", "('a', 'b')", "1.0", "b'a'", "{}", "{97: 'z', 120: None}", "chr"])
        lines = ["log = []"]
        for _ in range(8):
            m = w("center count endswith expandtabs find index join ljust lstrip maketrans partition removeprefix removesuffix replace rfind rjust rpartition rsplit split splitlines startswith strip swapcase title translate zfill casefold capitalize isidentifier isprintable isnumeric isdecimal encode format_map __getitem__ __mul__ __mod__ __contains__ __add__ upper lower".split())
            args = ", ".join(arg() for _ in range(w([0, 1, 1, 2, 2, 3])))
            if m in ("replace", "split", "rsplit", "encode", "splitlines", "expandtabs") and self.chance(0.2):
                args += (", " if args else "") + w(["count=1", "sep=None", "maxsplit=1", "keepends=True", "tabsize=3", "errors='replace'", "encoding='ascii'", "x=1"])
            if m in ("encode", "__mul__") or "2**70" in args:
                args = w(["'ascii'", "'latin-1', 'replace'", "'utf-8', 'surrogatepass'", "'ascii', 'xmlcharrefreplace'", "'ascii', 'backslashreplace'", "'utf-16'", "'cp1252', 'ignore'", "'nosuch'", "'utf-8', 'nosuch'", "3", "-1"])
            op = f"{w(texts)}.{m}({args})"
            if self.chance(0.25):
                op = f"{w(texts)}[{w(['', '1', '-2', '5'])}:{w(['', '-1', '3', '99'])}:{w(['', '1', '-1', '2', '-3', '0'])}]"
            lines.append(f"show({op!r}, lambda: {op})")
        return self.lines(tag, lines)

    def st_fstrings(self, tag):
        exprs = ["x", "y", "x!r", "y!s:>5", "x:{w}", "x:{w}.{p}", "x=", "x = !r:^9", "y:%", "{1: 2}[1]", "f'{x}'", "'q' + y", "y[0]", "x if y else w", "lambda: 1", "(lambda: 1)()", "x,", "*y, x", "x:=5", "(x:=5)", "z", "y!a", "x!z", "x:{y}", "x:{'<'}{w}", "", " ", "x!", "x:", "'a'\"b\"", "{x}", "y:{y!r}", "x # c", "yield", "await x", "d['k']", "x:{{", "x:}}", "x:\\x41", "f'{f\"{x}\"}'", "x!r =", "y.upper()", "x==1", "x!=1", "x>=1"]
        parts = [self.rnd.choice(["", "a", "{{", "}}", "é", "\\n", "\\N{DIGIT ONE}", "}", "\\u0041"]) + "{" + self.rnd.choice(exprs) + "}" for _ in range(self.rnd.randrange(1, 4))]
        quote = self.rnd.choice(['"', "'", '"""', "'''"])
        src = self.rnd.choice(["f", "F", "rf", "fr"]) + quote + "".join(parts) + quote
        lines = ["x, y, w, p, d = 3, 'ab', 6, 2, {'k': 'v'}", f"try: return eval({src!r})", "except SyntaxError as e: return e.msg, e.lineno, e.offset, e.end_offset"]
        return self.lines(tag, lines, "None")

    def st_slices(self, tag):
        lines = ["import array, collections", f"s = {self.rnd.choice(['[0, 1, 2, 3, 4, 5]', 'bytearray(b\"abcdef\")', 'array.array(\"b\", [1, 2, 3, 4])', 'collections.UserList([1, 2, 3])', 'list(\"xyz\")'])}"]
        for _ in range(6):
            i = self.index()
            op = self.rnd.choice([f"s[{i}]", f"s.__setitem__(slice({self.rnd.choice(['None', '1', '-1', '4'])}, {self.rnd.choice(['None', '2', '-1', '9'])}, {self.rnd.choice(['None', '1', '2', '-1', '-2', '0'])}), {self.rnd.choice(['s', 's[:]', '[]', '[7]', '[7, 8]', 'b\"12\"', 'range(3)', '5', 'None', 'iter([1, 2])', '\"ab\"', 's[::-1]', '[7, \"x\"]', 'array.array(\"b\", [9])'])})",
                                  f"s.__delitem__(slice({self.rnd.choice(['None', '1', '-2'])}, {self.rnd.choice(['None', '3', '-1'])}, {self.rnd.choice(['None', '2', '-1', '-2'])}))", f"s.insert({self.rnd.choice(['0', '-1', '99', 'None'])}, {self.rnd.choice(['5', '\"a\"', '300'])})", "s.pop(1)", "s.reverse()", "s.extend(s)", f"s.index({self.rnd.choice(['2', '98', '\"y\"'])}, {self.rnd.choice(['0', '1', '-2'])})", "s * 2", "s + s", "s.count(1)", "s == s[:]", "s < s[1:]"])
            lines.append(f"show({op!r}, lambda: {op})")
        return self.lines(tag, lines, "s")

    def st_patterns(self, tag):
        lines = ["class P:", f"    __match_args__ = {self.rnd.choice(['(\"x\", \"y\")', '(\"x\",)', '()', '[\"x\"]', '(\"x\", 1)', '(\"x\", \"x\")', '\"x\"'])}", "    def __init__(s, x, y=None): s.x, s.y = x, y", "class Q(P): pass", "class E:", "    a, b = 1, 'k'",
                 "import collections.abc", "class S(collections.abc.Sequence):" if self.chance(0.3) else "class S(list):", "    def __len__(s): return 2", "    def __getitem__(s, i): return 'uv'[i]"]

        def pat(d):
            shape = self.rnd.choice(["_", "x%d" % self.rnd.randrange(4), str(self.rnd.randrange(3)), "'k'", "E.a", "None", "P(@)", "P(@, y=@)", "[@, *_]", "(@, @)", "{'k': @, **r#}", "(@ | @)", "(@) as n#", "Q(x=@) | int(@)"][:14 if d > 0 else 6])
            while "@" in shape:
                shape = shape.replace("@", pat(d - 1), 1)
            return shape.replace("#", str(self.rnd.randrange(9)))
        subject = self.rnd.choice(["P(1, 2)", "Q([1, 2])", "P(P(0))", "[1, 2, 3]", "{'k': {'k': 1}}", "('k', None)", "S()", "1", "'k'", "{}", "[Q(1), 5]", "P({'k': 2}, 'k')", "(1, (2, [0]))", "True", "collections.OrderedDict(k=1)", "range(2)"])
        cases = "".join(f"    case {pat(3)}{self.rnd.choice(['', '', ' if 0', ' if v0'])}: return {i}, sorted((k, repr(v)[:30] if not isinstance(v, P) else 'P') for k, v in locals().items() if k[:-1] in ('x', 'r', 'n'))\n" for i in range(4))
        src = "def m(v0, P, Q, E):\n  match v0:\n" + cases
        lines += ["ns = {}", f"try: exec({src!r}, ns)", "except SyntaxError as e: return e.msg, e.lineno, e.offset", f"return ns['m']({subject}, P, Q, E)"]
        return self.lines(tag, lines, "None")
