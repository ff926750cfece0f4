import traceback

SRC = '''\
import contextlib

def parse(text):
    return [int(x) for x in text.split(",")]

def load(d, key):
    return parse(d[key])

class Box:
    def __init__(self, v):
        self.v = v
    def __add__(self, o):
        return Box(self.v + o.v)

def deep(n):
    if n == 0:
        raise RuntimeError("bottom")
    deep(n - 1)

def chained():
    try:
        load({}, "k")
    except KeyError as e:
        raise ValueError("no data") from e

def in_lambda():
    return (lambda a: a["x"]["y"])({"x": 5})

def in_genexp():
    return sum(1 // i for i in (1, 0))

def multi():
    return (
        1 +
        "a"
    )

def in_with():
    with contextlib.suppress(KeyError):
        {}.missing

def many(n):
    return many(n + 1) if n < 1e9 else 0

def unicode():
    données = {"é": 1}
    return données["ü"]
'''
ns = {"__name__": "demo"}
exec(compile(SRC, "demo.py", "exec"), ns)
import linecache
linecache.cache["demo.py"] = (len(SRC), None, SRC.splitlines(True), "demo.py")


def report(code):
    try:
        eval(compile(code, "<call>", "eval"), ns)
    except BaseException:
        text = traceback.format_exc().splitlines()
        start = next(i for i, l in enumerate(text) if "<call>" in l or "demo.py" in l)
        print(code, *(l for l in text if "traceback_text.py" not in l and "eval(compile" not in l and l.strip("~^ ")), sep="\n  ")


for code in ("load({'k': '1,x'}, 'k')", "Box(1) + Box('a')", "deep(2)", "chained()", "in_lambda()", "in_genexp()", "multi()", "in_with()", "unicode()", "Box.nope", "undefined", "int('z') + 1", "deep()", "deep(5)"):
    report(code)
try:
    compile("x = (1,\ny = 2", "bad.py", "exec")
except SyntaxError as e:
    print("".join(traceback.format_exception_only(e)), end="")
try:
    compile("def f():\nreturn", "bad.py", "exec")
except SyntaxError as e:
    print("".join(traceback.format_exception_only(e)), end="")
e = ValueError("noted")
e.add_note("first\nsecond line")
e.add_note("third")
print("".join(traceback.format_exception_only(e)), end="")
g = ExceptionGroup("eg", [ValueError("a"), ExceptionGroup("in", [TypeError("b")])])
print("".join(traceback.format_exception(g)), end="")
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(type("Odd", (Exception,), {"__str__": lambda s: 1 / 0})()))
