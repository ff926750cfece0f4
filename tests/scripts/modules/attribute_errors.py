# Errors of missing module attributes, frames of failed imports, keywords that are not mangled.
import os, sys, tempfile, traceback, types
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(d, "DIR"))
with tempfile.TemporaryDirectory() as d:
    sys.path.insert(0, d)
    sys.dont_write_bytecode = True
    pkg = os.path.join(d, "pkg_x")
    os.mkdir(pkg)
    open(os.path.join(pkg, "__init__.py"), "w").close()
    with open(os.path.join(pkg, "broken.py"), "w") as f: f.write("1/0\n")
    with open(os.path.join(pkg, "circ.py"), "w") as f: f.write("import pkg_x\npkg_x.circ\n")
    with open(os.path.join(pkg, "part.py"), "w") as f: f.write("import sys\nsys.modules[__name__].missing\n")
    def frm():
        from pkg_x import broken
    for f in (frm, lambda: __import__("pkg_x.circ"), lambda: __import__("pkg_x.part"), lambda: __import__("pkg_x").nothing):
        show(f)
    try:
        frm()
    except ZeroDivisionError as e:
        print([os.path.basename(x.filename) for x in traceback.extract_tb(e.__traceback__)])
m = types.ModuleType("m")
show(lambda: m.x)
def g(**k): print(k)
class C:
    def f(self): g(__x=1, **{"a": 2})
C().f()
class A:
    def __getattr__(self, n): raise AttributeError
try:
    A().blech
except AttributeError as e:
    print(e.name, type(e.obj).__name__)
def unbound():
    print(x)
    x = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e.name, e)
import _imp
try:
    _imp.get_frozen_object("x", b"6'\xd5Cu\x12")
except ImportError as e:
    print(e)
