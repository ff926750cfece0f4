# An iterator whose class loses __next__ while it is iterated; sys.version can be taken apart.
class Bad:
    def __iter__(self): return self
    def __next__(self):
        del Bad.__next__
        return 1
def steps(f):
    Bad.__next__ = nxt
    try:
        print(f(Bad()))
    except TypeError as e:
        print(e)
nxt = Bad.__dict__["__next__"]
def loop(b):
    for i in b:
        pass
for f in (loop, list, sum, lambda b: 5 in b, lambda b: [x for x in b], lambda b: dict(zip(b, b)), lambda b: (lambda *a: a)(*b), enumerate.__call__ if 0 else max):
    steps(f)
import platform, sys
print(platform.python_version() == sys.version.split()[0], len(platform._sys_version()))
