"""Generators, coroutines and asynchronous generators that two threads resume."""
from hammering import *


def expect(f, *a):
    """Calls f; what it may raise when another thread is in the generator is fine."""
    try:
        return f(*a)
    except ValueError as e:
        assert "already executing" in str(e), e
    except RuntimeError as e:
        s = str(e)
        assert any(w in s for w in ("cannot reuse", "ignored", "already running", "already executing", "being awaited")), e
    except (StopIteration, StopAsyncIteration, KeyError):
        pass


@case
def generators():
    def count():
        i = 0
        try:
            while True:
                try:
                    yield i
                except KeyError:
                    pass
                i += 1
        finally:
            i = -1
    box = [count()]

    def step():
        for i in range(30):
            v = expect(next, box[0])
            assert v is None or type(v) is int and v >= 0
            expect(box[0].send, None)

    def throw():
        expect(box[0].throw, KeyError())

    def close():
        expect(box[0].close)
        box[0] = count()

    def loop():
        try:
            for k, v in zip(range(20), box[0]):
                assert v >= 0
            for v in box[0]:
                if v % 7 == 0:
                    break
        except ValueError as e:
            assert "already executing" in str(e)
        g = box[0]
        g.gi_running, g.gi_frame, g.gi_suspended, repr(g)
    return step, step, throw, close, loop


@case
def each_value_once():
    def once():
        def numbers():
            for i in range(300):
                yield i
        g = numbers()
        got = []

        def take():
            while True:
                try:
                    got.append(next(g))
                except ValueError:
                    continue
                except StopIteration:
                    return
        together(take, take, take)
        assert sorted(got) == list(range(300))
    return once, once


@case
def delegating():
    def inner():
        for i in range(50):
            yield i
        return "done"

    def outer():
        while True:
            r = yield from inner()
            assert r == "done"
    box = [outer()]

    def step():
        for i in range(30):
            v = expect(next, box[0])
            assert v is None or 0 <= v < 50

    def close():
        expect(box[0].close)
        box[0] = outer()
    return step, step, close


class Pause:
    def __await__(self):
        yield 1


@case
def coroutines():
    async def work():
        for i in range(20):
            await Pause()
        return "end"
    box = [work()]

    def step():
        for i in range(5):
            c = box[0]
            try:
                assert c.send(None) == 1
            except StopIteration as e:
                assert e.value == "end"
            except ValueError as e:
                assert "already executing" in str(e)
            except RuntimeError as e:
                assert "cannot reuse" in str(e)

    def renew():
        expect(box[0].close)
        box[0] = work()

    @checked
    def check():
        box[0].close()
    return step, step, renew, check


@case
def asynchronous_generators():
    async def numbers():
        i = 0
        while True:
            await Pause()
            yield i
            i += 1

    def drive(awaitable):
        while True:
            try:
                awaitable.send(None)
            except StopIteration as e:
                return e.value
    box = [numbers()]

    def step():
        for i in range(5):
            v = expect(drive, box[0].asend(None))
            assert v is None or type(v) is int

    def close():
        expect(drive, box[0].aclose())
        box[0] = numbers()
    return step, step, close


main()
