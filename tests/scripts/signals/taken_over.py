# Signals that faulthandler took over, and signals that the process sends itself in various ways.
import faulthandler
import os
import signal
import tempfile


def send():
    os.kill(os.getpid(), signal.SIGUSR1)


def handler(signum, frame):
    print("handler", signum == signal.SIGUSR1)


for chain in (False, True):
    with tempfile.TemporaryFile() as f:
        signal.signal(signal.SIGUSR1, handler)
        faulthandler.register(signal.SIGUSR1, file=f, all_threads=False, chain=chain)
        send()
        signal.raise_signal(signal.SIGUSR1)
        f.seek(0)
        text = f.read().decode()
        print(chain, text.count("Stack (most recent call first)"), " in send\n" in text)
        print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
        send()

# signal.signal() takes it back
with tempfile.TemporaryFile() as f:
    faulthandler.register(signal.SIGUSR1, file=f)
    signal.signal(signal.SIGUSR1, handler)
    send()
    f.seek(0)
    print(f.read())

got = []
signal.signal(signal.SIGUSR2, lambda n, f: got.append(n))
fd = os.pidfd_open(os.getpid())
signal.pidfd_send_signal(fd, signal.SIGUSR2)
print(len(got))
os.close(fd)
fd = os.open("/proc/%d" % os.getpid(), os.O_DIRECTORY)
signal.pidfd_send_signal(fd, signal.SIGUSR2)
print(len(got))
os.close(fd)
try:
    signal.pidfd_send_signal(0, signal.SIGUSR2)
except OSError as e:
    print(type(e).__name__)
