# Files that are written and forgotten without close(): what follows sees the text.
import os, subprocess, sys, tempfile
d = tempfile.mkdtemp()
p = os.path.join(d, "a.txt")
open(p, "w").write("hello")
print(open(p).read())
open(p, "a").write(" world")
open(p, "a").write("!")
print(os.path.getsize(p), open(p).read())
open(p, "w").write("ab")
open(p, "w").write("c")
print(open(p).read())
open(p, "wb").write(b"bytes")
fd = os.open(p, os.O_RDONLY)
print(os.read(fd, 100))
os.close(fd)


def save(name, text):
    f = open(os.path.join(d, name), "w")
    f.write(text)


save("mod_forgotten.py", "X = 1\n")
sys.path.insert(0, d)
sys.dont_write_bytecode = True
import mod_forgotten
print(mod_forgotten.X)
save("script.py", "print('run')\n")
print(subprocess.run([sys.executable, os.path.join(d, "script.py")], capture_output=True, text=True).stdout)
f = open(p, "w")
f.write("kept")
print(repr(open(p).read()), os.path.getsize(p))
f.flush()
print(repr(open(p).read()), os.path.getsize(p))
f.close()
for n in os.listdir(d):
    os.unlink(os.path.join(d, n)) if os.path.isfile(os.path.join(d, n)) else None
os.rmdir(d)
