"""What the hammer programs share: several threads do as much as they can for
some seconds, and the first exception in any of them ends the program."""
import sys
import threading
import time
import traceback

_cases = []


def case(f):
    """Marks a function that returns the functions to run in threads."""
    _cases.append(f)
    return f


def together(*bodies):
    """Runs the functions once, each in a thread; raises what the first raised."""
    errors = []

    def run(f):
        try:
            f()
        except BaseException as e:
            errors.append(e)
    threads = [threading.Thread(target=run, args=(f,)) for f in bodies]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if errors:
        raise errors[0]


def hammer(bodies, seconds):
    """Calls each function again and again in a thread of its own."""
    stop = threading.Event()
    errors = []
    rounds = [0] * len(bodies)

    def run(i, f):
        try:
            while not stop.is_set():
                f()
                rounds[i] += 1
        except BaseException:
            errors.append(traceback.format_exc())
            stop.set()
    threads = [threading.Thread(target=run, args=p) for p in enumerate(bodies)]
    for t in threads:
        t.start()
    stop.wait(seconds)
    stop.set()
    for t in threads:
        t.join(120)
        if t.is_alive():
            sys.stdout.flush()
            import faulthandler
            faulthandler.dump_traceback(all_threads=True)
            print("a thread hangs", flush=True)
            import os
            os._exit(3)
    if errors:
        print(errors[0], flush=True)
        sys.exit(1)
    return rounds


def main():
    """Runs the cases of a program: SECONDS for all of them, [NAMES]."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    names = sys.argv[2:]
    cases = [f for f in _cases if not names or f.__name__ in names]
    for f in cases:
        bodies = f()
        check = None
        if callable(bodies[-1]) and getattr(bodies[-1], "check", False):
            check = bodies[-1]
            bodies = bodies[:-1]
        rounds = hammer(bodies, seconds / len(cases))
        if check is not None:
            check()
        print(f"{f.__name__}: {sum(rounds)} rounds", flush=True)


def checked(f):
    """Marks the function that runs when the threads have ended."""
    f.check = True
    return f
