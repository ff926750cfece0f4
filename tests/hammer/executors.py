"""ThreadPoolExecutor: every call runs once, every future ends, cancelled ones do
not run, callbacks come once."""
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed, wait
from common import more, phases, report, rng, run


def rounds():
    n = cancels = 0
    while more():
        ran, called = [], []
        with ThreadPoolExecutor(rng.randint(1, 6)) as ex:
            def call(k):
                ran.append(k)
                if k % 7 == 0:
                    raise KeyError(k)
                return k
            fs = [ex.submit(call, k) for k in range(60)]
            for f in fs:
                f.add_done_callback(called.append)
            gone = {k for k in range(40, 60) if fs[k].cancel()}
            mapped = list(ex.map(abs, range(-20, 0)))
            for f in as_completed(fs):
                assert f.done()
            assert not wait(fs).not_done
        assert mapped == list(range(20, 0, -1))
        assert sorted(ran) == [k for k in range(60) if k not in gone], sorted(ran)
        assert sorted(map(id, called)) == sorted(map(id, fs))
        for k, f in enumerate(fs):
            try:
                assert f.result() == k and k % 7 and k not in gone
            except KeyError:
                assert k % 7 == 0 and k not in gone
            except CancelledError:
                assert k in gone
        n += 80
        cancels += len(gone)
    return n, cancels


if __name__ == "__main__":
    totals = []
    for _ in phases(1):
        run(*[lambda i: totals.append(rounds())] * 3)
    report(calls=sum(t[0] for t in totals), cancelled=sum(t[1] for t in totals))
