# Signals: handlers, masks of threads, timers, and the waits that they end.
import signal, threading, os, time, sys, _thread
log = []
def h(n, f): log.append((signal.Signals(n).name, threading.current_thread() is threading.main_thread(), f is not None))
def tr(f, *a, **k):
    try: r = f(*a, **k); print(f.__name__, '->', r)
    except BaseException as e: print(f.__name__, type(e).__name__, e)
signal.signal(signal.SIGUSR1, h)
os.kill(os.getpid(), signal.SIGUSR1); print(log); log.clear()
signal.raise_signal(signal.SIGUSR1); print(log); log.clear()
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1); print(log); log.clear()
_thread.interrupt_main(signal.SIGUSR1); print(log); log.clear()
def other():
    tr(signal.signal, signal.SIGUSR1, h)
    tr(signal.set_wakeup_fd, -1)
    signal.raise_signal(signal.SIGUSR1)
    tr(signal.getsignal, signal.SIGUSR2)
t = threading.Thread(target=other); t.start(); t.join()
for _ in range(100):
    if log: break
    time.sleep(0.01)
print(log); log.clear()
# masks belong to threads
old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]); print(old)
os.kill(os.getpid(), signal.SIGUSR1); print(log, signal.sigpending())
print(signal.sigwait([signal.SIGUSR1]), signal.sigpending(), log)
def inherit(): print('inherited', sorted(signal.pthread_sigmask(signal.SIG_BLOCK, []))); signal.pthread_sigmask(signal.SIG_SETMASK, []); print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
t = threading.Thread(target=inherit); t.start(); t.join()
print(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))
got = []
def waiter(): got.append(signal.sigwait([signal.SIGUSR2])); got.append(signal.sigtimedwait([signal.SIGUSR1], 0.01))
t = threading.Thread(target=waiter); t.start(); time.sleep(0.05); signal.pthread_kill(t.ident, signal.SIGUSR2); t.join(); print(got)
os.kill(os.getpid(), signal.SIGUSR1)
info = signal.sigtimedwait([signal.SIGUSR1], 1); print(info.si_signo, type(info).__name__, len(info))
print(signal.sigtimedwait([signal.SIGUSR1], 0))
os.kill(os.getpid(), signal.SIGUSR1); print(signal.sigwaitinfo({signal.SIGUSR1}).si_signo)
tr(signal.sigtimedwait, [signal.SIGUSR1], -1); tr(signal.sigtimedwait, [0], 1); tr(signal.sigwait, 5); tr(signal.sigwaitinfo, [65])
tr(signal.pthread_sigmask, 99, []); tr(signal.pthread_sigmask, signal.SIG_BLOCK, [1 << 1000])
os.kill(os.getpid(), signal.SIGUSR1)
print(log); signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]); print(log); log.clear()
signal.pthread_sigmask(signal.SIG_SETMASK, [])
# a worker blocks, the main thread handles
ev = threading.Event(); done = threading.Event()
def blocker(): signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]); ev.set(); done.wait()
t = threading.Thread(target=blocker); t.start(); ev.wait(); os.kill(os.getpid(), signal.SIGUSR1); print(log); log.clear(); done.set(); t.join()
tr(signal.pthread_kill, 999999999, 0) if 0 else None
# timers
signal.signal(signal.SIGALRM, h)
print(signal.setitimer(signal.ITIMER_REAL, 0.1)); signal.pause(); print(log); log.clear()
print(signal.alarm(100) , signal.alarm(0))
tr(signal.setitimer, 9, 1); tr(signal.setitimer, signal.ITIMER_REAL, -1); tr(signal.getitimer, 9); tr(signal.setitimer, 0, 'x')
signal.signal(signal.SIGPROF, h); signal.setitimer(signal.ITIMER_PROF, 0.03)
end = time.time() + 10
while not log and time.time() < end: pass
print(log, signal.getitimer(signal.ITIMER_PROF)); log.clear()
# the wakeup fd
r, w = os.pipe(); os.set_blocking(w, False); print(signal.set_wakeup_fd(w)); signal.raise_signal(signal.SIGUSR1); print(os.read(r, 10), signal.set_wakeup_fd(-1) == w)
tr(signal.set_wakeup_fd, 12345); os.close(r); os.close(w); log.clear()
# an exception in a handler ends a wait of the main thread
class Boom(Exception): pass
def boom(n, f): raise Boom(n)
signal.signal(signal.SIGALRM, boom)
import queue, select, subprocess, socket, concurrent.futures
lk = threading.Lock(); lk.acquire()
th = threading.Thread(target=done.wait, daemon=True); done.clear(); th.start()
a, b = socket.socketpair(); rr, ww = os.pipe()
sp = subprocess.Popen(['sleep', '5'])
fut = concurrent.futures.Future()
waits = [('lock', lk.acquire), ('lock timeout', lambda: lk.acquire(timeout=5)), ('join', th.join), ('queue', queue.Queue().get), ('simple queue', queue.SimpleQueue().get), ('sleep', lambda: time.sleep(5)), ('event', threading.Event().wait), ('barrier', threading.Barrier(2).wait), ('semaphore', threading.Semaphore(0).acquire), ('select', lambda: select.select([a], [], [], 5)), ('recv', lambda: a.recv(1)), ('child', sp.wait), ('future', fut.result), ('poll', lambda: select.poll().poll(5000)), ('pause', signal.pause)]
cond = threading.Condition()
def condwait():
    with cond: cond.wait()
waits.append(('condition', condwait))
for name, f in waits:
    if sys.argv[1:] and name not in sys.argv[1:]: continue
    t0 = time.monotonic()
    try: signal.setitimer(signal.ITIMER_REAL, 0.1); f(); print(name, 'returned')
    except Boom as e: print(name, 'raised', e, 'late' if time.monotonic() - t0 > 3 else '')
    signal.setitimer(signal.ITIMER_REAL, 0)
sp.kill(); sp.wait()
done.set(); th.join()
