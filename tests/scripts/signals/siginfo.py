# What sigwaitinfo and sigtimedwait tell of signals that the process sent itself.
import os, signal, threading

def show(i):
    print(signal.Signals(i.si_signo).name, i.si_errno, i.si_pid == os.getpid(), i.si_uid == os.getuid(), i.si_status)

both = {signal.SIGUSR1, signal.SIGUSR2}
signal.pthread_sigmask(signal.SIG_BLOCK, both)
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
show(signal.sigwaitinfo(both))
signal.raise_signal(signal.SIGUSR2)
show(signal.sigtimedwait(both, 5))
os.kill(os.getpid(), signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR2)
print(sorted(signal.sigpending()) == sorted(both))
show(signal.sigtimedwait(both, 5))
show(signal.sigtimedwait(both, 5))
print(signal.sigtimedwait(both, 0))
