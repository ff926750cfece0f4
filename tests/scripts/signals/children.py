# What children are given: signal masks, ignored signals, descriptors.
import os
import signal
import subprocess
import sys
import tempfile

USR1 = 1 << (signal.SIGUSR1 - 1)
PIPE = 1 << (signal.SIGPIPE - 1)


def status(name, text):
    for line in text.splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1], 16)


def spawn(file_actions=(), argv=("cat", "/proc/self/status"), **kw):
    with tempfile.TemporaryFile() as f:
        actions = [(os.POSIX_SPAWN_DUP2, f.fileno(), 1), *file_actions]
        pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=actions, **kw)
        print("exit", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        f.seek(0)
        return f.read().decode()


print(status("SigBlk", spawn()) & USR1 == 0)
print(status("SigBlk", spawn(setsigmask=[signal.SIGUSR1])) & USR1 == USR1)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
print(status("SigBlk", spawn()) & USR1 == USR1)
print(status("SigBlk", spawn(setsigmask=[])) & USR1 == 0)
print(status("SigBlk", subprocess.check_output(["cat", "/proc/self/status"], text=True)) & USR1 == USR1)
code = """
import signal, time
print(signal.SIGUSR1 in signal.pthread_sigmask(signal.SIG_BLOCK, []), signal.SIGUSR2 in signal.pthread_sigmask(signal.SIG_BLOCK, []))
signal.raise_signal(signal.SIGUSR1)
print(signal.SIGUSR1 in signal.sigpending())
signal.signal(signal.SIGUSR1, lambda *a: print("handler"))
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
"""
print(subprocess.check_output([sys.executable, "-c", code], text=True))
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])

for restore in (True, False):
    out = subprocess.check_output(["cat", "/proc/self/status"], text=True, restore_signals=restore)
    print(restore, status("SigIgn", out) & PIPE == PIPE)
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError:
    print("no SIGPIPE")
os.close(w)

sh = ("sh", "-c", "for i in 0 3 4 5 6 7; do test -e /proc/$$/fd/$i && echo $i; done")
print(spawn(argv=sh).split())
print(spawn([(os.POSIX_SPAWN_OPEN, 3, "/dev/null", os.O_RDONLY, 0), (os.POSIX_SPAWN_CLOSE, 0), (os.POSIX_SPAWN_DUP2, 1, 5)], argv=sh).split())
print(spawn([(os.POSIX_SPAWN_OPEN, 4, "/dev/null", os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, 4, 6), (os.POSIX_SPAWN_CLOSE, 4)], argv=sh).split())
print(spawn([(os.POSIX_SPAWN_DUP2, 1, 4), (os.POSIX_SPAWN_DUP2, 1, 7), (os.POSIX_SPAWN_CLOSEFROM, 5)], argv=sh).split())
fd = os.dup(1)
os.set_inheritable(fd, True)
print(spawn([(os.POSIX_SPAWN_CLOSE, fd)], argv=("sh", "-c", "test -e /proc/$$/fd/%d || echo closed" % fd)).strip())
os.close(fd)
for bad in ([(os.POSIX_SPAWN_DUP2, 99, 1)],):
    try:
        spawn(bad)
    except OSError as e:
        print(type(e).__name__, e.errno)
for mask in (34, ["j"], [signal.NSIG], [0]):
    try:
        spawn(setsigmask=mask)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
