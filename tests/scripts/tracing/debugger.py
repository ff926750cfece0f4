"""pdb over a program, its commands from a string."""
import io, pdb, sys

def inner(n):
    total = 0
    for i in range(n):
        total += i
    return total

def outer():
    a = inner(3)
    b = inner(2)
    raise ValueError(a + b)

commands = """\
n
s
s
n
a
p total
u
d
until
r
n
c
"""
class Plain(pdb.Pdb):
    def format_stack_entry(self, frame_lineno, lprefix=": "):
        frame, lineno = frame_lineno
        return "%s:%d" % (frame.f_code.co_name, lineno - frame.f_code.co_firstlineno)
out = io.StringIO()
d = Plain(stdin=io.StringIO(commands), stdout=out, nosigint=True, readrc=False)
d.use_rawinput = False
try:
    d.runcall(outer)
except ValueError as e:
    print("ended with", e)
print(out.getvalue())

import bdb
class Stops(bdb.Bdb):
    def user_line(self, frame):
        if frame.f_code.co_name == "inner":
            self.lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    def user_return(self, frame, value):
        if frame.f_code.co_name == "inner":
            self.lines.append(("returns", value))
b = Stops(); b.lines = []
b.runcall(inner, 2)
print(b.lines)

import profile, pstats
p = profile.Profile()
p.runcall(inner, 5)
s = pstats.Stats(p, stream=io.StringIO())
print(sorted((k[2], v[0], v[1]) for k, v in s.stats.items() if k[2] in ("inner",)))

import trace
t = trace.Trace(count=1, trace=0)
t.runfunc(inner, 3)
first = inner.__code__.co_firstlineno
print(sorted((line - first, n) for (file, line), n in t.results().counts.items() if first < line < first + 6 and file == __file__))
