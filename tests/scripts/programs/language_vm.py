"""A small language: tokenizer, Pratt parser, compiler, VM with error reporting."""
import re, sys, enum, operator
from dataclasses import dataclass, field
from typing import NamedTuple, Optional, Callable, Any

class T(enum.Enum):
    NUM = r"\d+(?:\.\d+)?"; STR = r'"(?:\\.|[^"\\])*"'; ID = r"[A-Za-z_]\w*"; OP = r"==|!=|<=|>=|&&|\|\||[-+*/%<>=!(){}\[\],;:]"; WS = r"\s+|#[^\n]*"; EOF = r"$^"
MASTER = re.compile("|".join(f"(?P<{t.name}>{t.value})" for t in T if t is not T.EOF))
KW = {"let", "fn", "if", "else", "while", "return", "true", "false", "nil", "print", "for", "in"}

class Tok(NamedTuple):
    type: T; text: str; line: int; col: int
    def __str__(self): return f"{self.type.name}({self.text!r})@{self.line}:{self.col}"

class LangError(Exception):
    def __init__(self, msg, tok=None):
        self.tok = tok
        super().__init__(f"{msg}" + (f" at {tok.line}:{tok.col} near {tok.text!r}" if tok else ""))
class Syntax(LangError): pass
class Runtime(LangError): pass

def lex(src):
    line, start, pos = 1, 0, 0
    while pos < len(src):
        if not (m := MASTER.match(src, pos)):
            raise Syntax(f"unexpected character {src[pos]!r}", Tok(T.EOF, src[pos], line, pos - start + 1))
        if m.lastgroup != "WS": yield Tok(T[m.lastgroup], m.group(), line, pos - start + 1)
        if nl := m.group().count("\n"): line += nl; start = m.start() + m.group().rindex("\n") + 1
        pos = m.end()
    yield Tok(T.EOF, "<eof>", line, pos - start + 1)

@dataclass
class Node:
    tok: Tok = field(repr=False, compare=False)
@dataclass
class Num(Node): v: float
@dataclass
class Lit(Node): v: Any
@dataclass
class Var(Node): name: str
@dataclass
class Bin(Node): op: str; l: Node; r: Node
@dataclass
class Un(Node): op: str; e: Node
@dataclass
class Call(Node): f: Node; args: list
@dataclass
class Index(Node): o: Node; i: Node
@dataclass
class ListE(Node): items: list
@dataclass
class Fn(Node): name: Optional[str]; params: list; body: list
@dataclass
class Let(Node): name: str; e: Node
@dataclass
class Assign(Node): target: Node; e: Node
@dataclass
class If(Node): c: Node; a: list; b: list
@dataclass
class While(Node): c: Node; body: list
@dataclass
class For(Node): name: str; it: Node; body: list
@dataclass
class Ret(Node): e: Optional[Node]
@dataclass
class Print(Node): args: list
@dataclass
class ExprS(Node): e: Node

PREC = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}
class Parser:
    def __init__(self, src): self.toks = list(lex(src)); self.i = 0
    @property
    def cur(self): return self.toks[self.i]
    def adv(self): t = self.cur; self.i += 1; return t
    def at(self, *texts): return self.cur.type is not T.STR and self.cur.text in texts
    def accept(self, text): return self.adv() if self.at(text) else None
    def expect(self, text):
        if not self.at(text): raise Syntax(f"expected {text!r}", self.cur)
        return self.adv()
    def ident(self):
        if self.cur.type is not T.ID or self.cur.text in KW: raise Syntax("expected a name", self.cur)
        return self.adv().text
    def program(self):
        out = []
        while self.cur.type is not T.EOF: out.append(self.stmt())
        return out
    def block(self):
        self.expect("{"); out = []
        while not self.at("}"):
            if self.cur.type is T.EOF: raise Syntax("unclosed block", self.cur)
            out.append(self.stmt())
        self.adv(); return out
    def stmt(self):
        t = self.cur
        match t.text if t.type is T.ID else None:
            case "let":
                self.adv(); n = self.ident(); self.expect("="); e = self.expr(); self.expect(";"); return Let(t, n, e)
            case "fn" if self.toks[self.i + 1].type is T.ID:
                self.adv(); n = self.ident(); return Let(t, n, self.fnrest(t, n))
            case "if":
                self.adv(); c = self.expr(); a = self.block(); b = []
                if self.accept("else"): b = [self.stmt()] if self.at("if") else self.block()
                return If(t, c, a, b)
            case "while": self.adv(); return While(t, self.expr(), self.block())
            case "for": self.adv(); n = self.ident(); self.expect("in"); return For(t, n, self.expr(), self.block())
            case "return":
                self.adv(); e = None if self.at(";") else self.expr(); self.expect(";"); return Ret(t, e)
            case "print":
                self.adv(); a = [self.expr()]
                while self.accept(","): a.append(self.expr())
                self.expect(";"); return Print(t, a)
        e = self.expr()
        if self.at("="):
            eq = self.adv()
            if not isinstance(e, (Var, Index)): raise Syntax("cannot assign", eq)
            v = self.expr(); self.expect(";"); return Assign(eq, e, v)
        self.expect(";"); return ExprS(t, e)
    def fnrest(self, t, name):
        self.expect("("); ps = []
        while not self.at(")"):
            ps.append(self.ident())
            if not self.accept(","): break
        self.expect(")"); return Fn(t, name, ps, self.block())
    def expr(self, minp=1):
        l = self.unary()
        while self.cur.type is T.OP and (p := PREC.get(self.cur.text, 0)) >= minp:
            op = self.adv(); l = Bin(op, op.text, l, self.expr(p + 1))
        return l
    def unary(self):
        if self.at("-", "!"): t = self.adv(); return Un(t, t.text, self.unary())
        return self.postfix()
    def postfix(self):
        e = self.primary()
        while True:
            if self.at("("):
                t = self.adv(); a = []
                while not self.at(")"):
                    a.append(self.expr())
                    if not self.accept(","): break
                self.expect(")"); e = Call(t, e, a)
            elif self.at("["): t = self.adv(); i = self.expr(); self.expect("]"); e = Index(t, e, i)
            else: return e
    def primary(self):
        t = self.adv()
        match t:
            case Tok(T.NUM): return Num(t, float(t.text) if "." in t.text else int(t.text))
            case Tok(T.STR): return Lit(t, t.text[1:-1].encode().decode("unicode_escape"))
            case Tok(T.ID, "true" | "false" | "nil" as k): return Lit(t, {"true": True, "false": False, "nil": None}[k])
            case Tok(T.ID, "fn"): return self.fnrest(t, None)
            case Tok(T.ID, k) if k not in KW: return Var(t, k)
            case Tok(_, "("): e = self.expr(); self.expect(")"); return e
            case Tok(_, "["):
                a = []
                while not self.at("]"):
                    a.append(self.expr())
                    if not self.accept(","): break
                self.expect("]"); return ListE(t, a)
        raise Syntax("unexpected token", t)

@dataclass
class Code:
    name: str; params: list; ins: list = field(default_factory=list); consts: list = field(default_factory=list)
    def emit(self, op, arg=None, tok=None): self.ins.append([op, arg, tok]); return len(self.ins) - 1
    def const(self, v): self.consts.append(v); return len(self.consts) - 1
    def dis(self): return "\n".join(f"{i:3} {op:<8}{'' if a is None else a}" for i, (op, a, _) in enumerate(self.ins))
class Compiler:
    def run(self, name, params, body): 
        self.c = Code(name, params)
        for s in body: self.visit(s)
        self.c.emit("CONST", self.c.const(None)); self.c.emit("RET"); return self.c
    def visit(self, n): return getattr(self, "v_" + type(n).__name__)(n)
    def v_Num(self, n): self.c.emit("CONST", self.c.const(n.v), n.tok)
    v_Lit = v_Num
    def v_Var(self, n): self.c.emit("LOAD", n.name, n.tok)
    def v_Bin(self, n):
        self.visit(n.l)
        if n.op in ("&&", "||"):
            j = self.c.emit("JF_KEEP" if n.op == "&&" else "JT_KEEP"); self.visit(n.r); self.c.ins[j][1] = len(self.c.ins)
        else: self.visit(n.r); self.c.emit("BIN", n.op, n.tok)
    def v_Un(self, n): self.visit(n.e); self.c.emit("UN", n.op, n.tok)
    def v_Call(self, n):
        self.visit(n.f)
        for a in n.args: self.visit(a)
        self.c.emit("CALL", len(n.args), n.tok)
    def v_Index(self, n): self.visit(n.o); self.visit(n.i); self.c.emit("INDEX", None, n.tok)
    def v_ListE(self, n):
        for x in n.items: self.visit(x)
        self.c.emit("LIST", len(n.items))
    def v_Fn(self, n): self.c.emit("CLOSURE", self.c.const(Compiler().run(n.name or "<fn>", n.params, n.body)))
    def v_Let(self, n): self.visit(n.e); self.c.emit("DEF", n.name)
    def v_Assign(self, n):
        if isinstance(n.target, Var): self.visit(n.e); self.c.emit("STORE", n.target.name, n.tok)
        else: self.visit(n.target.o); self.visit(n.target.i); self.visit(n.e); self.c.emit("SETIDX", None, n.tok)
    def v_If(self, n):
        self.visit(n.c); j = self.c.emit("JF")
        for s in n.a: self.visit(s)
        k = self.c.emit("JMP"); self.c.ins[j][1] = len(self.c.ins)
        for s in n.b: self.visit(s)
        self.c.ins[k][1] = len(self.c.ins)
    def v_While(self, n):
        top = len(self.c.ins); self.visit(n.c); j = self.c.emit("JF")
        for s in n.body: self.visit(s)
        self.c.emit("JMP", top); self.c.ins[j][1] = len(self.c.ins)
    def v_For(self, n):
        self.visit(n.it); self.c.emit("ITER", None, n.tok); top = len(self.c.ins); j = self.c.emit("NEXT"); self.c.emit("DEF", n.name)
        for s in n.body: self.visit(s)
        self.c.emit("JMP", top); self.c.ins[j][1] = len(self.c.ins)
    def v_Ret(self, n): self.visit(n.e) if n.e else self.c.emit("CONST", self.c.const(None)); self.c.emit("RET")
    def v_Print(self, n):
        for a in n.args: self.visit(a)
        self.c.emit("PRINT", len(n.args))
    def v_ExprS(self, n): self.visit(n.e); self.c.emit("POP")

class Env(dict):
    def __init__(self, parent=None, **k): super().__init__(**k); self.parent = parent
    def find(self, k):
        e = self
        while e is not None and k not in e: e = e.parent
        return e
    def __missing__(self, k): raise KeyError(k)
@dataclass
class Closure:
    code: Code; env: Env
    def __str__(self): return f"<fn {self.code.name}/{len(self.code.params)}>"
BINOPS: dict[str, Callable] = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "==": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}
class VM:
    MAXDEPTH = 200
    def __init__(self, out=print): self.out = out; self.steps = 0; self.depth = 0; self.globals = Env(None, len=len, str=self.show, push=list.append, range=lambda *a: list(range(*a)))
    def show(self, v):
        match v:
            case True | False: return str(v).lower()
            case None: return "nil"
            case float() if v.is_integer(): return f"{v:.1f}"
            case list(): return "[" + ", ".join(map(self.show, v)) + "]"
            case str() | int() | float(): return str(v)
        return str(v) if isinstance(v, Closure) else "<builtin>"
    def run(self, code, env):
        st, ip = [], 0; pop = st.pop; push = st.append
        self.depth += 1
        if self.depth > self.MAXDEPTH: raise Runtime(f"stack overflow in {code.name}")
        try:
            while True:
                op, a, tok = code.ins[ip]; ip += 1; self.steps += 1
                match op:
                    case "CONST": push(code.consts[a])
                    case "LOAD":
                        if (e := env.find(a)) is None: raise Runtime(f"undefined {a!r}", tok)
                        push(e[a])
                    case "DEF": env[a] = pop()
                    case "STORE":
                        if (e := env.find(a)) is None: raise Runtime(f"assign to undefined {a!r}", tok)
                        e[a] = pop()
                    case "BIN":
                        r, l = pop(), pop()
                        if a == "+" and isinstance(l, str): r = self.show(r)
                        try: push(BINOPS[a](l, r))
                        except (TypeError, ZeroDivisionError) as ex: raise Runtime(f"{type(ex).__name__}: {ex}", tok) from ex
                    case "UN": v = pop(); push(not v if a == "!" else -v)
                    case "JMP": ip = a
                    case "JF":
                        if not pop(): ip = a
                    case "JF_KEEP" | "JT_KEEP":
                        if bool(st[-1]) == (op == "JT_KEEP"): ip = a
                        else: pop()
                    case "CALL":
                        args = [pop() for _ in range(a)][::-1]; f = pop()
                        if isinstance(f, Closure):
                            if len(args) != len(f.code.params): raise Runtime(f"{f} takes {len(f.code.params)} arguments, got {len(args)}", tok)
                            push(self.run(f.code, Env(f.env, **dict(zip(f.code.params, args)))))
                        elif callable(f):
                            try: push(f(*args))
                            except Exception as ex: raise Runtime(f"builtin failed: {ex}", tok) from ex
                        else: raise Runtime(f"{self.show(f)} is not callable", tok)
                    case "INDEX" | "SETIDX":
                        v = pop() if op == "SETIDX" else None; i, o = pop(), pop()
                        try:
                            if op == "INDEX": push(o[i])
                            else: o[i] = v
                        except (IndexError, TypeError) as ex: raise Runtime(str(ex), tok) from None
                    case "LIST": vals = st[len(st) - a:]; del st[len(st) - a:]; push(vals)
                    case "CLOSURE": push(Closure(code.consts[a], env))
                    case "ITER":
                        try: push(iter(pop()))
                        except TypeError as ex: raise Runtime(str(ex), tok)
                    case "NEXT":
                        try: push(next(st[-1]))
                        except StopIteration: pop(); ip = a
                    case "PRINT": vals = st[-a:]; del st[-a:]; self.out(*map(self.show, vals))
                    case "POP": pop()
                    case "RET": return pop()
                    case _: raise AssertionError(op)
        finally: self.depth -= 1

def execute(src, show=False):
    try:
        tree = Parser(src).program()
        if show: print(tree)
        code = Compiler().run("main", [], tree)
        if show: print(code.dis())
        vm = VM(); vm.run(code, vm.globals); print(f"-- {vm.steps} steps")
    except Syntax as e: print("syntax error:", e)
    except Runtime as e: print("runtime error:", e, "| cause:", repr(e.__cause__), "| ctx:", type(e.__context__).__name__)

execute("let x = 1 + 2 * 3; print x, -x, !x;", True)
execute('fn fib(n) { if n < 2 { return n; } return fib(n-1) + fib(n-2); } print fib(15);\nfn mk() { let c = 0; return fn() { c = c + 1; return c; }; } let a = mk(); let b = mk(); a(); a(); print a(), b(), mk;')
execute('let l = [1, "two", 3.5, [true, nil]]; for x in l { print "item " + x; } l[0] = 99; push(l, 4.0); print l, len(l), l[3][0] && "yes" || "no"; let i = 0; while i < 3 { i = i + 1; if i == 2 { print "two"; } else if i == 3 { print "three"; } else { print "one"; } }')
for s in ("let = 3;", "print (1 + ;", "let x = 1", "{", "1 = 2;", "let @ = 1;", "fn f(1) {}", "if true { print 1;", "print undefined_var;", "y = 2;", "print 1 / 0;", 'print 1 - "a";', "print [1][5];", "print 5[0];", "let f = 3; f();", "fn f(a, b) { } f(1);", "for x in 5 { }", "print len(5);", "fn r() { return r(); } r();", "let s = 0; for i in range(10000) { s = s + i; } print s;", 'print "a\\tb\\u00e9";', "print range(1, 2, 0);"): execute(s)
execute("print 1 +\n  2 *\n  zz;")
VM().run(Code("broken", [], [["BOGUS", None, None]]), Env())
