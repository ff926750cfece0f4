import sys as _s, re as _r; _s.stdout = type("Out", (), {"write": lambda self, s: _s.__stdout__.write(_r.sub(r"""(file |WARNING |['"])/(?:[^'"/]*/)+(?=\w+\.py)""", r"\1", s)), "flush": lambda self: None, "isatty": lambda self: False, "encoding": "utf-8", "fileno": lambda self: 1, "__repr__": lambda self: "<out>"})()
import traceback, linecache, sys, io, warnings, ast, tokenize, symtable, timeit, weakref, gc, copy, token, keyword, textwrap, dis, code, codeop, contextlib, bdb, pdb, types
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
def f(n):
    if n: return f(n - 1)
    x = {"a": [1]}; return x["a"][5] + 1
def g():
    try: f(3)
    except IndexError as e:
        try: raise KeyError("ctx")
        except KeyError: raise ValueError("top") from e
try: g()
except ValueError as e:
    te = traceback.TracebackException.from_exception(e); print("".join(te.format())); print("".join(traceback.format_exception_only(e)), te.exc_type_str, te.stack[0].name, te.stack[-1].line, te.__cause__.stack[-1].colno, te == traceback.TracebackException.from_exception(e)); print("".join(traceback.format_exception(e, limit=1, chain=False)), "".join(traceback.format_exception(e, limit=-1)), traceback.format_tb(e.__traceback__)[0], traceback.extract_tb(e.__traceback__)[0]); st = traceback.StackSummary.extract(traceback.walk_tb(e.__cause__.__traceback__), limit=2); print(st, "".join(st.format())); traceback.print_exception(e, file=sys.stdout); traceback.clear_frames(e.__traceback__)
def rec(n): return rec(n - 1) if n else 1 / 0
try: rec(20)
except ZeroDivisionError: print(traceback.format_exc())
def mutual(n): return mut2(n)
def mut2(n): return mutual(n - 1) if n else [][0]
try: mutual(8)
except IndexError: print(traceback.format_exc())
print("".join(traceback.format_stack()[-1:])); print(traceback.format_exception_only(SyntaxError("m", ("f.py", 3, 5, "bad code here\n", 3, 8)))); print("".join(traceback.format_exception(ExceptionGroup("g", [ValueError(i) for i in range(20)]))));
for src in ("x = (1 +\n  2\n  + [][1]\n  + 3)", "raise ValueError('é' + 'ü') from None", "foo = 1\nfoo.bar.baz", "a = b = c = 1\nd = a + b + undefinedx + c", "def q(a,b): pass\nq(1,\n  2,\n  3)", "class A:\n  def __getitem__(s, i): raise KeyError(i)\nA()[1:2, 3]", "import nonexist_mod.sub", "[i for i in range(3) if i/0]", "with open('/nonexist') as f: pass", "assert 1 == 2, f'{1+1}'", "lambda: 0\n(lambda x: x / 0)(1)", "try:\n  1/0\nfinally:\n  {}['k']", "x = 5\nx()", "print('日本', 1/0)", "del zzz", "f'{1/0}'", "x: int = 1/0", "async def c(): 1/0\nc().send(None)", "def g():\n  yield\n  1/0\nlist(g())", "a, b = 1, 2, 3", "int('x' *\n  50)", "for i in 5: pass", "'a' + 1", "1 < 'a'", "not_defined", "class X(5): pass", "import sys\nsys.nope", "raise 5", "raise ValueError from 5", "{}[[]]", "None.foo", "@1\ndef f(): pass", "match 1:\n  case x.y: pass", "global zq\nzq", "super().x", "type('X', (), {})().y"):
    fn = f"<src{len(linecache.cache)}>"; linecache.cache[fn] = (len(src), None, src.splitlines(True), fn)
    try: exec(compile(src, fn, "exec"), {"__name__": "m"})
    except BaseException as e: e.__traceback__ = e.__traceback__.tb_next; traceback.print_exception(e, file=sys.stdout)
print(repr(linecache.getline(__file__, 1)[:10]), linecache.getline("/nonexist", 1), linecache.getlines(__file__)[1][:5], linecache.checkcache(), linecache.lazycache("x", {}))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("w1"); warnings.warn("w2", DeprecationWarning, 1); warnings.warn_explicit("we", UserWarning, "file.py", 7, "mod"); print([(x.category.__name__, str(x.message), x.lineno > 0) for x in w], str(w[2]).split("lineno")[0])
    @warnings.deprecated("use other")
    def old(): return 1
    old(); print(w[-1].message, old.__deprecated__)
t(warnings.warn, "x", 5); t(warnings.warn, 5, stacklevel=99); t(warnings.simplefilter, "bogus"); t(warnings.filterwarnings, "error", category=5); t(warnings.filterwarnings, "error", message=5); t(warnings.warn_explicit, "m", UserWarning, 5, 1); t(warnings.filterwarnings, "ignore", lineno=-1)
with warnings.catch_warnings(): warnings.simplefilter("error"); t(warnings.warn, "as error", RuntimeWarning); t(eval, "1 is 1"); t(eval, r"'\d'"); t(compile, "assert (1, 'x')", "f", "exec"); t(eval, "1()"); t(eval, "'a'[1.5]" if 0 else "[1][1, 2]"); t(eval, "1if 1else 2")
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "code line"))
tr = ast.parse("def f(a, *b, c=1, **d) -> int:\n    'doc'\n    return [x for x in a if x] + f'{a!r:>{b}}' if a else lambda: (yield)\n@dec\nclass A(B, m=1): x: int = 3\ntype X[T] = T\nmatch z:\n    case {'a': 1, **r} | [1, *_] if q: pass\nasync def g():\n    async with a as b, c: await d\ntry: pass\nexcept* E as e: del x[1:2]\n"); print(ast.dump(tr, indent=1)[:3000]); print(ast.unparse(tr)); print(ast.get_docstring(tr.body[0]), ast.literal_eval("{'a': [1, (2.5, -3j), {4}, None]}"), [type(n).__name__ for n in ast.walk(ast.parse("a+b"))], ast.get_source_segment("x = 1 + 2", ast.parse("x = 1 + 2").body[0].value)); t(ast.literal_eval, "1 +"); t(ast.parse, "x ="); t(compile, ast.Module([ast.Expr(ast.Constant(object()))], []), "f", "exec"); t(compile, ast.Module([ast.Expr(5)], []), "f", "exec"); t(compile, ast.Expression(ast.Name("x")), "f", "eval"); t(ast.Name, 1, 2, 3); t(ast.dump, 5); t(ast.unparse, 5) ; t(ast.copy_location, 5, 6)
class NT(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n) if isinstance(n.value, int) else n
    def visit_Name(self, n): return n
print(ast.unparse(NT().visit(ast.parse("x = 1 + y * 3; f(4, 'a')"))), eval(compile(ast.fix_missing_locations(ast.Expression(NT().visit(ast.parse("5+6", mode="eval").body))), "", "eval")), type(compile("1+1", "", "eval", ast.PyCF_ONLY_AST)).__name__)
for tok in tokenize.generate_tokens(io.StringIO("def f(x):\n    return f'{x!r:>3}' # c\n\n").readline): print(tok)
t(list, tokenize.generate_tokens(io.StringIO("x = '''").readline)); t(list, tokenize.generate_tokens(io.StringIO("(1").readline)); t(list, tokenize.generate_tokens(io.StringIO("if 1:\n    a\n  b").readline)); print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO("a  =  1\n").readline)), tokenize.detect_encoding(io.BytesIO(b"# coding: latin-1\n").readline), token.tok_name[1], token.ISTERMINAL(5), keyword.iskeyword("match"), keyword.softkwlist)
sy = symtable.symtable("def f(a):\n  global g\n  x = a\n  def h(): nonlocal x; return x\nclass C:\n  def m(s): return __class__\n[i for i in y]", "s", "exec"); print(sy, sy.get_type(), [c.get_name() for c in sy.get_children()], sy.get_children()[0].get_parameters(), sy.get_children()[0].lookup("x").is_cell() if hasattr(symtable.Symbol, "is_cell") else "", sy.get_children()[0].lookup("x"), sy.get_children()[0].get_frees(), sy.get_children()[0].get_globals(), sy.get_children()[1].get_methods(), [s.get_name() for s in sy.get_symbols()]); t(sy.lookup, "zz"); t(symtable.symtable, "x =", "s", "exec"); t(symtable.symtable, "x", "s", "bogus")
print(timeit.timeit("x += 1", "x = 0", number=10) >= 0, timeit.repeat("pass", number=1, repeat=2).__len__()); t(timeit.timeit, "1/0", number=1); t(timeit.timeit, "x ="); t(timeit.timeit, 5); o = io.StringIO()
with contextlib.redirect_stdout(o): timeit.main(["-n", "1", "-r", "1", "pass"])
print(o.getvalue().split(",")[0])
class N:
    def __init__(s, v): s.v = v; s.n = None
    def __deepcopy__(s, memo): c = N(copy.deepcopy(s.v, memo)); memo[id(s)] = c; c.n = copy.deepcopy(s.n, memo); return c
a = N([1]); a.n = a; b = copy.deepcopy(a); print(b.n is b, b.v is not a.v, copy.copy([1, [2]]), copy.deepcopy({"a": (1, [2])}), copy.replace(types.SimpleNamespace(a=1), a=2)); t(copy.copy, sys); t(copy.deepcopy, (x for x in [])); t(copy.replace, 5); t(copy.copy, len)
class Rf: pass
o = Rf(); r = weakref.ref(o, lambda r: print("dead")); wd = weakref.WeakValueDictionary(a=o); wk = weakref.WeakKeyDictionary({o: 1}); ws = weakref.WeakSet([o]); fz = weakref.finalize(o, print, "finalized"); print(r() is o, len(wd), len(wk), len(ws), fz.alive, weakref.getweakrefcount(o) > 0); del o; gc.collect(); print(r(), len(wd), len(wk), len(ws), fz.alive); t(weakref.ref, 5); t(weakref.ref, []); p = weakref.proxy(q := Rf()); q.z = 5; print(p.z, type(p).__name__); del q; gc.collect(); t(lambda: p.z); t(hash, p); wm = weakref.WeakMethod(N([1]).__init__); t(weakref.WeakMethod, len); print(gc.isenabled(), gc.get_threshold().__class__, gc.is_tracked([]), gc.is_tracked(1))
it = code.InteractiveInterpreter({"__name__": "x"}); sys.stderr = sys.stdout; print(it.runsource("x = 1"), it.runsource("if 1:"), it.runsource("1/0"), it.runsource("x +"), codeop.compile_command("def f():\n") is None); t(codeop.compile_command, "a b"); co = code.InteractiveConsole(); lines = iter(["x = 5", "if x:", "  print(x)", "", "1/0", "exit_"]); co.raw_input = lambda p="": next(lines) if True else 0
def ri(p=""):
    try: return next(lines)
    except StopIteration: raise EOFError
co.raw_input = ri; co.interact("banner", "bye")
