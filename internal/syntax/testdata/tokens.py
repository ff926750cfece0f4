"""Record the tokens that CPython 3.13 finds: python3.13 tokens.py > tokens.json

With arguments: "FILE..." on stdin, one path per line; print "hash path" for
the token stream of each file.
"""
import _tokenize
import hashlib
import io
import json
import sys
import tokenize

CASES = ["x = 1\n", "x", "x\r\n", "if x:\r\n  y\r\n", "# c\nx # d\n\n  # e\ny", "# c\r\nx # d\r\n", "f'''a\nb{x}c\nd'''\n", "f'a{{b}}c{x!r:>{w}}'\n", "(\nx\n)\n", "x = \\\n 1\n",
         "'''a\nb''' + y\n", "'''a\r\nb'''\r\nz", "if 1:\n  x\n", "if 1:\n  x", "$ ? !\n", ")\n", "(\n", "(x]\n", "'abc\n", "'''abc\n", "f'abc\n", "1a\n", "1_a", "0777", "0o8", "if 1:\n  x\n y\n", "if 1:\n\tx\n        y\n",
         "x \\ y\n", "x\ry\n", "\n\n", "", "  \n", "\tx", "\u00e9 = '\u00e9' \u00e9\n", "f'{\u00e9}\u00e9'\n", "f'{{\u00e9}}{x}'", "f'''{\nx}'''\n", "async def f(): await x\n", "# c", "if 1:\n  # c\n  x\n# d\n", "x;y\n  ",
         "x\\\n", "x\\\n\ny", "f'{x", "f'''{x}\n\n  {y}'''z\n", "0xz", "a\x0cb\n", "f'{x=!r}'", "x\n  # c", "(a # b\n, c)", "if x:\n    if y:\n        z\nw\n", "if x:\n  y\n\n\n# c\nz", "\u201c", "x\u00a0", "f'{a:{b:{c}}}'",
         "f'{x:\n}'", "a @ b -> c := d ... e != f <> g **= h //= i >>= j", "rb'x' Rb'y' u'z' F'w'", "lambda x: match", "'a\\\nb' c", "def f(\n  a, # x\n\n  b):\n  pass", "1 .real 1. .5 1e5 1j 0b1 0o7 0xf 1_0", "x\n\\\ny\n", "if x:\n  y\n  \\\n  z\n", "f'\\{x}\\N{DASH}'", "x = {\n'a': 1 }\n  # end", "\x01", "`"]


def stream(readline, extra):
    out = []
    try:
        for t in _tokenize.TokenizerIter(readline, extra_tokens=extra):
            out.append([t[0], t[1], *t[2], *t[3], t[4]])
    except SyntaxError as e:
        if len(e.args) > 1:
            a = e.args[1]
            out.append([type(e).__name__, e.args[0], *a[1:3], a[3], *a[4:]])
        else:
            out.append([type(e).__name__, e.args[0]])
    return out


def main():
    if len(sys.argv) > 1:
        for path in sys.stdin.read().splitlines():
            try:
                with tokenize.open(path) as f:
                    toks = stream(f.readline, True)
            except (SyntaxError, UnicodeDecodeError):
                continue
            h = hashlib.sha256()
            for t in toks:
                h.update(("\x01".join(map(str, t)) + "\x02").encode("utf-8", "surrogatepass"))
            print(h.hexdigest()[:16], path)
        return
    rows = []
    for src in CASES:
        for extra in (True, False):
            rows.append(json.dumps({"src": src, "extra": extra, "tokens": stream(io.StringIO(src, newline="").readline, extra)}))
    sys.stdout.write("[\n" + ",\n".join(rows) + "\n]\n")


main()
