import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    pos: int


class ParseError(Exception):
    def __init__(self, msg, pos):
        super().__init__(f"{msg} at {pos}")
        self.pos = pos


SPEC = [("NUM", r"\d+(?:\.\d+)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"\*\*|[-+*/%()=,<>!]=?|&&|\|\|"), ("WS", r"\s+"), ("BAD", r".")]
MASTER = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))


def tokenize(text):
    for m in MASTER.finditer(text):
        if m.lastgroup == "BAD":
            raise ParseError(f"bad character {m.group()!r}", m.start())
        if m.lastgroup != "WS":
            yield Token(m.lastgroup, m.group(), m.start())
    yield Token("END", "", len(text))


LEVELS = [("||",), ("&&",), ("==", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "/", "%")]


class Parser:
    def __init__(self, text):
        self.toks = list(tokenize(text))
        self.i = 0

    @property
    def tok(self):
        return self.toks[self.i]

    def accept(self, *texts):
        if self.tok.text in texts and self.tok.kind == "OP":
            self.i += 1
            return self.toks[self.i - 1].text

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, found {self.tok.text!r}", self.tok.pos)

    def statement(self):
        e = self.binary(0)
        if self.accept("="):
            if e[0] != "name":
                raise ParseError("cannot assign", self.tok.pos)
            e = ("set", e[1], self.binary(0))
        if self.tok.kind != "END":
            raise ParseError(f"unexpected {self.tok.text!r}", self.tok.pos)
        return e

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while op := self.accept(*LEVELS[level]):
            left = (op, left, self.binary(level + 1))
        return left

    def unary(self):
        if op := self.accept("-", "!"):
            return ("neg" if op == "-" else "not", self.unary())
        base = self.atom()
        return ("**", base, self.unary()) if self.accept("**") else base

    def atom(self):
        t = self.tok
        self.i += 1
        match t:
            case Token("NUM", s):
                return ("num", float(s) if "." in s else int(s))
            case Token("NAME", s):
                if self.accept("("):
                    args = []
                    while not self.accept(")"):
                        args.append(self.binary(0))
                        if not self.accept(","):
                            self.expect(")")
                            break
                    return ("call", s, args)
                return ("name", s)
            case Token("OP", "("):
                e = self.binary(0)
                self.expect(")")
                return e
        self.i -= 1
        raise ParseError(f"unexpected {t.text or 'end'!r}", t.pos)


def evaluate(e, env):
    match e:
        case ("num", v):
            return v
        case ("name", n):
            return env[n]
        case ("set", n, x):
            env[n] = evaluate(x, env)
            return env[n]
        case ("neg", x):
            return -evaluate(x, env)
        case ("not", x):
            return not evaluate(x, env)
        case ("call", f, args):
            return env[f](*(evaluate(a, env) for a in args))
        case ("&&" | "||" as op, a, b):
            v = evaluate(a, env)
            return (v and evaluate(b, env)) if op == "&&" else (v or evaluate(b, env))
        case (op, a, b):
            a, b = evaluate(a, env), evaluate(b, env)
            return {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "**": a.__pow__, "==": a.__eq__, "!=": a.__ne__, "<": a.__lt__, "<=": a.__le__, ">": a.__gt__, ">=": a.__ge__}[op](b) if op not in "/%" else (a / b if op == "/" else a % b)


env = {"max": max, "abs": abs, "pi": 3.14159}
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "x = 5 % 3", "x * 10", "max(1, x, abs(-7))", "1 < 2 == 1", "!0 && 3", "0 || 4 > 3", "pi * 2", "1 +", "(1", "1 $ 2", "f(1", "3 = 4", "y", "1 / 0", "max()", "abs(1, 2)", "1 2", "max(1,)", "", "-(-(3))"]:
    try:
        tree = Parser(line).statement()
        print(line, "=>", tree, "=>", evaluate(tree, env))
    except ParseError as e:
        print(line, "=> parse error:", e, e.pos)
    except Exception as e:
        print(line, "=>", type(e).__name__, e)
