# An iterator whose class loses __next__ while it is iterated; sys.version can be taken apart.
class Bad:
    def __iter__(self): return self
    def __next__(self):
        del Bad.__next__
        return 1
try:
    for i in Bad():
        print(i)
except TypeError as e:
    print(e)
try:
    next(Bad())
except TypeError as e:
    print(e)
import platform, sys
print(platform.python_version() == sys.version.split()[0], len(platform._sys_version()))
