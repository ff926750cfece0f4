"""What the stress programs share: each is run as PROGRAM SECONDS, prints what it
counted and fails when something was lost."""
import random
import sys
import threading
import time

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
THREADS = 8
_end = [0.0]


def phases(n):
    """Go through n phases that share the time; more() tells whether there is some
    left in the present one."""
    for i in range(n):
        _end[0] = time.monotonic() + SECONDS / n
        yield i


def more():
    return time.monotonic() < _end[0]


def run(*functions):
    """Run each function in a thread of its own; the first error is raised."""
    errors = []

    def guarded(f, i):
        try:
            f(i)
        except BaseException as e:
            errors.append(e)
    ts = [threading.Thread(target=guarded, args=(f, i)) for i, f in enumerate(functions)]
    for t in ts:
        t.start()
    for t in ts:
        t.join(SECONDS * 10 + 120)
        if t.is_alive():
            import faulthandler
            faulthandler.dump_traceback(all_threads=True)
            sys.exit("a thread hangs: a wake-up was lost")
    if errors:
        raise errors[0]


def report(**counts):
    print(sys.argv[0].rpartition("/")[2], " ".join("%s=%d" % c for c in counts.items()), flush=True)


rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else None)
sys.setswitchinterval(rng.choice([0.005, 0.0005, 0.00005]))
