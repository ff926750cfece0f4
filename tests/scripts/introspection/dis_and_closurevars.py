# What dis and inspect say of code, as far as it does not depend on the instructions.
import dis
import inspect
import io
import struct
import subprocess
import contextlib
glob = 5


def outer(par):
    loc = 1

    def inner():
        return loc, glob, len, undefined_thing, par.attr, glob.bit_length(), par.meth(loc)
    return inner


cv = inspect.getclosurevars(outer(2))
print(cv.nonlocals, cv.globals, cv.builtins, sorted(cv.unbound))
code = compile("import a, b.c\nfrom .. import d\nfrom x.y import (e, f as g)\nh = 1\ndef k(): pass\n", "s", "exec")
print(list(dis._find_imports(code)), list(dis._find_store_names(code)))


def f(x):
    for i in x:
        if i:
            print(i)
    return None


ins = list(dis.get_instructions(f))
print({i.line_number - f.__code__.co_firstlineno for i in ins} - {0}, all(i.positions is not None for i in ins))
targets = {i.jump_target for i in ins if i.jump_target is not None}
print(targets == {i.offset for i in ins if i.is_jump_target}, set(dis.findlabels(f.__code__.co_code)) == targets)
o = io.StringIO()
with contextlib.redirect_stdout(o):
    dis.dis(f)
text = o.getvalue()
print("LOAD_GLOBAL" in text, "FOR_ITER" in text, "GET_ITER" in text, "L1:" in text, "print" in text)
print([i.argval for i in ins if i.opname == "LOAD_GLOBAL"])
for x in (5, None):
    try:
        dis.dis(x)
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
print(struct.pack("f", 1e40), struct.pack("@f", -1e40))
for fmt in ("<f", "=f", "e"):
    try:
        print(struct.pack(fmt, 1e40))
    except OverflowError as e:
        print(e)
for kw in ({"stdin": 99}, {"stdout": 98}, {"cwd": "/nox"}, {"executable": "/nox"}):
    try:
        subprocess.run(["ls"], **kw)
    except OSError as e:
        print(e)


def uses():
    global counter
    counter = len(spam())
    del counter


# Tools tell globals by the number of the instruction (cloudpickle) or by its text (dill).
print([(i.opcode == dis.opmap[i.opname], i.argval, i.argrepr.replace("NULL + ", "").replace(" + NULL", "")) for i in dis.get_instructions(uses) if "GLOBAL" in i.opname])
print(all(i.opcode == dis.opmap[i.opname] for i in dis.get_instructions(uses) if i.opname in dis.opmap))

import dataclasses
import pickle

loader = pickle.loads(pickle.dumps(dataclasses.__spec__.loader))
print(type(loader) is type(dataclasses.__loader__))
