# An exception of a signal handler that meets a busy loop belongs to the loop, also to
# the try right around it.
import signal


def handler(*args):
    raise KeyboardInterrupt


signal.signal(signal.SIGALRM, handler)


def endless():
    x = 0
    try:
        while True:
            x += 1
    except KeyboardInterrupt:
        return "caught"


def nested():
    while True:
        try:
            while True:
                pass
        except KeyboardInterrupt:
            return "caught"


def behind():
    x = 0
    try:
        x = 1
    except KeyboardInterrupt:
        return "wrong"
    while x:
        pass


def over():
    x = iter(int, 1)
    try:
        for y in x:
            pass
    except KeyboardInterrupt as e:
        return "caught", e.__traceback__.tb_lineno in (44, 45)


for f in endless, nested, behind, over:
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    try:
        print(f.__name__, f())
    except KeyboardInterrupt:
        print(f.__name__, "not caught")
try:
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    while True:
        pass
except KeyboardInterrupt as e:
    print("module", e.__traceback__.tb_lineno in (58, 59))
