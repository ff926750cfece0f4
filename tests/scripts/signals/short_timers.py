# A timer of microseconds beside a signal sent to oneself: none is lost, and a
# handler may arm the next one.
import os
import random
import signal
import time

sigs = []


def handler(signum, frame):
    sigs.append(signum)


signal.signal(signal.SIGUSR2, handler)
signal.signal(signal.SIGALRM, handler)
rng = random.Random(7)
for i in range(500):
    signal.setitimer(signal.ITIMER_REAL, 1e-6 + rng.random() * 1e-5)
    os.kill(os.getpid(), signal.SIGUSR2)
    while len(sigs) < 2 * i + 2:
        time.sleep(1e-4)
print(sigs.count(signal.SIGUSR2), sigs.count(signal.SIGALRM))

left = 200


def again(signum, frame):
    global left
    left -= 1
    if left:
        signal.setitimer(signal.ITIMER_REAL, 1e-6)


signal.signal(signal.SIGALRM, again)
signal.setitimer(signal.ITIMER_REAL, 1e-6)
while left:
    time.sleep(1e-3)
print(left, signal.getitimer(signal.ITIMER_REAL))

# One that is ignored or has gone back to nothing leaves no one waiting.
signal.signal(signal.SIGALRM, signal.SIG_IGN)
print(signal.setitimer(signal.ITIMER_REAL, 1e-6)[1])
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
print(signal.setitimer(signal.ITIMER_REAL, 1e-6)[1])
