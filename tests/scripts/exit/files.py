# What is alive at the end of the program is finalized: files are written out,
# __del__ runs, also for objects in cycles.
import atexit, os, subprocess, sys, tempfile
class A:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
if len(sys.argv) > 1:
    f = open(sys.argv[1], 'w')
    f.write('unflushed')
    sys.exit(3)
path = os.path.join(tempfile.gettempdir(), 'coachwhip-exit-%d' % os.getpid())
print(subprocess.run([sys.executable, __file__, path]).returncode, open(path).read())
os.unlink(path)
a = A('a'); b = A('b')
c = A('c'); c.me = c
atexit.register(lambda: print('atexit'))
