class JSONError(ValueError):
    pass


def parse(s):
    i = 0

    def error(msg):
        line = s.count("\n", 0, i) + 1
        raise JSONError(f"{msg} (line {line}, column {i - (s.rfind(chr(10), 0, i))})")

    def skip():
        nonlocal i
        while i < len(s) and s[i] in " \t\n\r":
            i += 1

    def eat(c):
        nonlocal i
        skip()
        if s[i:i + 1] != c:
            error(f"expected {c!r}, got {s[i:i + 1]!r}")
        i += 1

    def string():
        nonlocal i
        eat('"')
        out = []
        while True:
            if i >= len(s):
                error("unterminated string")
            c = s[i]
            i += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                e = s[i:i + 1]
                i += 1
                if e == "u":
                    try:
                        out.append(chr(int(s[i:i + 4], 16)))
                    except ValueError:
                        error("bad \\u escape")
                    i += 4
                elif e and e in '"\\/bfnrt':
                    out.append(dict(zip('"\\/bfnrt', '"\\/\b\f\n\r\t'))[e])
                else:
                    error(f"bad escape {e!r}")
            elif c < " ":
                error("control character")
            else:
                out.append(c)

    def number():
        nonlocal i
        j = i
        while i < len(s) and s[i] in "+-.eE0123456789":
            i += 1
        t = s[j:i]
        try:
            return float(t) if any(c in t for c in ".eE") else int(t)
        except ValueError:
            error(f"bad number {t!r}")

    def value():
        nonlocal i
        skip()
        match s[i:i + 1]:
            case "{":
                i += 1
                d = {}
                skip()
                while s[i:i + 1] != "}":
                    skip()
                    k = string()
                    eat(":")
                    d[k] = value()
                    skip()
                    if s[i:i + 1] != ",":
                        break
                    i += 1
                eat("}")
                return d
            case "[":
                i += 1
                a = []
                skip()
                while s[i:i + 1] != "]":
                    a.append(value())
                    skip()
                    if s[i:i + 1] != ",":
                        break
                    i += 1
                eat("]")
                return a
            case '"':
                return string()
            case c if c in "-0123456789" and c:
                return number()
            case _:
                for word, v in (("true", True), ("false", False), ("null", None)):
                    if s.startswith(word, i):
                        i += len(word)
                        return v
                error(f"unexpected {s[i:i + 1] or 'end'!r}")

    v = value()
    skip()
    if i != len(s):
        error("extra data")
    return v


def dump(v, ind=None, level=0):
    pad = "" if ind is None else "\n" + " " * ind * (level + 1)
    end = "" if ind is None else "\n" + " " * ind * level
    match v:
        case None:
            return "null"
        case bool():
            return str(v).lower()
        case int() | float():
            return repr(v)
        case str():
            return '"' + "".join(f"\\u{ord(c):04x}" if c < " " or c > "~" else "\\" + c if c in '"\\' else c for c in v) + '"'
        case []:
            return "[]"
        case {} if not v:
            return "{}"
        case list():
            return "[" + pad + ("," + (pad or " ")).join(dump(x, ind, level + 1) for x in v) + end + "]"
        case dict():
            return "{" + pad + ("," + (pad or " ")).join(dump(str(k)) + ": " + dump(x, ind, level + 1) for k, x in v.items()) + end + "}"
    raise TypeError(f"cannot dump {type(v).__name__}")


import json
for t in ('{"a": [1, 2.5, -3e2], "b": {"c": null}}', "[]", "{}", '"x\\u00e9\\n\\"\\\\"', "true", "-0", "1e5", "[1, [2, [3, []]]]", '{"k": "v", "k": 2}', " [ 1 , 2 ] ", "1.5E-3", '"\\/"'):
    mine = parse(t)
    print(repr(mine), mine == json.loads(t), dump(mine) == json.dumps(mine), parse(dump(mine)) == mine)
for t in ("", "[1,", "[1 2]", '{"a" 1}', "{a: 1}", '"abc', '"\\x"', "tru", "1 2", "--1", '{"a":1,\n "b": }', '"\\u12g4"', '"\t"', "[1,2}", "nul"):
    try:
        print(parse(t))
    except JSONError as e:
        print(repr(t), "->", e)
doc = {"name": "x", "list": [1, {"deep": [True, None]}], "empty": {}, "e": []}
print(dump(doc, 2) == json.dumps(doc, indent=2), dump(doc, 2), sep="\n")
try:
    dump({"s": {1}})
except TypeError as e:
    print(e)
