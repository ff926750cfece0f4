"""Prints, as JSON lines, what CPython's compiler says of each file named on stdin."""
import dis
import json
import sys
import warnings

warnings.simplefilter("ignore")

GROUPS = {
    "call": {"CALL", "CALL_KW", "CALL_FUNCTION_EX"},
    "binop": {"BINARY_OP"},
    "attr": {"LOAD_ATTR", "STORE_ATTR", "DELETE_ATTR", "LOAD_SUPER_ATTR"},
    "item": {"BINARY_SUBSCR", "STORE_SUBSCR", "DELETE_SUBSCR", "BINARY_SLICE", "STORE_SLICE"},
    "compare": {"COMPARE_OP", "CONTAINS_OP"},
    "raise": {"RAISE_VARARGS"},
    "iter": {"GET_ITER", "FOR_ITER"},
    "import": {"IMPORT_NAME", "IMPORT_FROM"},
    "yield": {"YIELD_VALUE"},
    "global": {"LOAD_GLOBAL"},
    "name": {"LOAD_NAME", "STORE_NAME", "DELETE_NAME", "STORE_GLOBAL", "DELETE_GLOBAL"},
    "unpack": {"UNPACK_SEQUENCE", "UNPACK_EX"},
}
OPS = {op: g for g, ops in GROUPS.items() for op in ops}


def facts(code):
    groups = {}
    for ins in dis.get_instructions(code):
        g = OPS.get(ins.opname)
        p = ins.positions
        if g and p and p.lineno is not None:
            groups.setdefault(g, set()).add((p.lineno, p.end_lineno, p.col_offset, p.end_col_offset))
    children = []
    for k in code.co_consts:
        if isinstance(k, type(code)):
            children.append(facts(k))
    return {
        "name": code.co_name,
        "qualname": code.co_qualname,
        "first": code.co_firstlineno,
        "flags": code.co_flags,
        "args": [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        "varnames": code.co_varnames,
        "names": code.co_names,
        "cellvars": code.co_cellvars,
        "freevars": code.co_freevars,
        "doc": code.co_consts[0] if code.co_flags & 0x4000000 else None,
        "lines": sorted({l for _, _, l in code.co_lines() if l}),
        "groups": {g: sorted(v) for g, v in groups.items()},
        "children": children,
    }


for name in sys.stdin:
    name = name.rstrip("\n")
    try:
        with open(name, "rb") as f:
            code = compile(f.read(), name, "exec", dont_inherit=True)
    except Exception:
        continue
    sys.stdout.buffer.write(json.dumps({"file": name, "code": facts(code)}).encode("utf-8", "surrogatepass") + b"\n")
