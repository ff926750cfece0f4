import builtins

print(__name__, __doc__, __builtins__ is builtins)
print(sorted(n for n in globals() if n.startswith("__")))
try:
    undefined_thing
except NameError as e:
    print(e, e.name)
try:
    prnt("x")
except NameError as e:
    print(e, e.name)
try:
    import json.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import no_such_module_at_all
except ImportError as e:
    print(type(e).__name__, e, e.name, e.path)
try:
    from json import nothing_here
except ImportError as e:
    print(e.name, e.msg.split(" (")[0])
from json import dumps as d, loads as l
print(d(l("[1, 2.5, null]")))
import os.path as p
print(p.join("a", "b"))
import xml.etree.ElementTree as ET
print(ET.__name__)
import collections.abc
print(collections.abc.__name__, collections.__name__)
exec("from math import *")
print("sqrt" in globals(), "__name__" in dir())
for src in ("from __future__ import braces", "from __future__ import nope", "def f():\n from x import *", "from . import x", "import a.b as c.d",
            "x = 1\nfrom __future__ import annotations", "from x import (a, b", "from x import a,", "import", "from x import ()", "import a, *"):
    try:
        exec(compile(src, "<s>", "exec"), {"__name__": "top", "__package__": ""})
    except (SyntaxError, ImportError) as e:
        print(type(e).__name__, e.msg)


def shadow():
    len = lambda x: "shadowed"
    return len([1])


print(shadow(), len([1]))
builtins.added_name = "from builtins"
print(added_name)
del builtins.added_name
try:
    added_name
except NameError as e:
    print(e)
globals()["dynamic"] = 3
print(dynamic)
