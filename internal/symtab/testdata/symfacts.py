"""Prints, as JSON lines, the symbol table CPython makes of each file named on stdin."""
import _symtable
import json
import sys
import warnings

warnings.simplefilter("ignore")


def facts(t):
    return {
        "name": t.name, "type": t.type, "line": t.lineno, "nested": bool(t.nested),
        "symbols": t.symbols, "varnames": t.varnames,
        "children": [facts(c) for c in t.children],
    }


for name in sys.stdin:
    name = name.rstrip("\n")
    try:
        with open(name, "rb") as f:
            top = _symtable.symtable(f.read(), name, "exec")
    except Exception:
        continue
    sys.stdout.buffer.write(json.dumps({"file": name, "table": facts(top)}).encode("utf-8", "surrogatepass") + b"\n")
