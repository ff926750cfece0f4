import signal, threading
e = threading.Event()
signal.signal(signal.SIGALRM, lambda *a: e.set())
signal.setitimer(signal.ITIMER_REAL, .5)
e.wait()
