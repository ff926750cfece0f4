"""deque, OrderedDict, defaultdict, Counter, bytearray, memoryview and array."""
import array
import collections
import threading
from hammering import *


@case
def deque():
    q = collections.deque(range(20), maxlen=50)

    def write():
        q.append(1)
        q.appendleft(2)
        q.rotate(3)
        q.extend([1, 2])
        q.extendleft([3])
        q.insert(2, 4) if len(q) < 40 else None
        for i in range(5):
            try:
                q.pop()
                q.popleft()
            except IndexError:
                pass

    def read():
        try:
            for v in q:
                assert isinstance(v, int)
        except RuntimeError:
            pass
        for v in q.copy():
            assert isinstance(v, int)
        try:
            q[0], q[-1]
            q[3] = 4
            del q[1]
        except IndexError:
            pass
        try:
            q.count(1), 5 in q, q.index(1)
        except (RuntimeError, ValueError):
            pass
        q.reverse()
        len(q), q.maxlen
    return write, write, read, read


@case
def deque_loses_nothing():
    def once():
        q = collections.deque()
        got = []

        def put(i):
            for k in range(300):
                q.append((i, k)) if k % 2 else q.appendleft((i, k))

        def take():
            for k in range(400):
                try:
                    got.append(q.popleft() if k % 2 else q.pop())
                except IndexError:
                    pass
        together(lambda: put(0), lambda: put(1), take)
        assert sorted(got + list(q)) == [(i, k) for i in range(2) for k in range(300)]
    return once, once


@case
def ordered_dict():
    od = collections.OrderedDict((i, i) for i in range(20))

    def write():
        for i in range(20, 40):
            od[i] = i
        for i in range(20, 40):
            od.pop(i, None)
        for i in range(5):
            od.move_to_end(i)
            od.move_to_end(i, last=False)

    def read():
        try:
            for k, v in od.items():
                assert k == v
            next(iter(od)), next(reversed(od))
        except RuntimeError:
            pass
        for i in range(20):
            assert od[i] == i
        assert all(k == v for k, v in od.copy().items())

    def once():
        o = collections.OrderedDict((i, i) for i in range(100))
        got = []

        def take(last):
            while True:
                try:
                    got.append(o.popitem(last=last)[0])
                except KeyError:
                    return
        together(lambda: take(True), lambda: take(False))
        assert sorted(got) == list(range(100))
    return write, write, read, once


@case
def default_dict():
    dd = collections.defaultdict(list)
    cn = collections.Counter()
    cm = collections.ChainMap({}, {"a": 1})

    def use():
        me = threading.get_ident()
        dd[me % 7].append(1)
        dd[me].append(2)
        assert dd[me]
        cn["a"] += 1
        cn.update("abc")
        cn.most_common(1)
        cm["b"] = 2
        assert cm["a"] == 1
        dd.copy()
        dd.default_factory = list
    return use, use, use


@case
def byte_array():
    b = bytearray(b"abc" * 10)

    def write():
        try:
            b.extend(b"xyz")
            del b[:3]
            b.append(65)
            b.pop()
            b[2:4] = b"qqq"
            del b[2:3]
            b.insert(1, 66)
            b.remove(66)
            b.reverse()
            b.__iadd__(b"12")
            del b[-2:]
            if len(b) > 300:
                del b[30:]
            if len(b) < 10:
                b.extend(b"abc" * 10)
        except (BufferError, IndexError, ValueError):
            pass

    def read():
        bytes(b), len(b), b.find(b"q"), b.upper(), list(b), b + b"1", hash(bytes(b)), b"x" in b
        b.split(b"q"), b.replace(b"a", b"b"), b.hex(), b.decode("latin-1"), b == b"abc", b.copy(), b[::2], b * 2
        try:
            b[0], b[5]
            b[3] = 67
        except IndexError:
            pass
        int.from_bytes(b[:4], "big")
        for x in b:
            assert 0 <= x < 256

    def views():
        try:
            m = memoryview(b)
            n = len(m)
            assert len(bytes(m)) == n
            if n:
                m[0], m[-1]
                m[0] = 65
                m[1:3].tolist()
            m.release()
        except BufferError:
            pass
    return write, write, read, views


@case
def memory_view():
    m = memoryview(bytearray(b"0123456789"))
    shared = [m]

    def use():
        v = shared[0]
        try:
            v[3] = 51
            assert bytes(v[:3]) == b"012"
            v.tolist(), v.nbytes, v.cast("B")
        except ValueError as e:
            assert "released" in str(e)

    def release():
        shared[0].release()
        shared[0] = memoryview(bytearray(b"0123456789"))
    return use, use, release


@case
def arrays():
    a = array.array("i", range(10))

    def write():
        try:
            a.append(1)
            a.pop()
            a[0] = 5
            a.extend([1, 2, 3])
            del a[-3:]
            a.insert(1, 2)
            a.remove(2)
            a.reverse()
        except (BufferError, IndexError, ValueError):
            pass

    def read():
        a.tobytes(), a.tolist(), len(a), a[:3], a == a, a.count(1), a + a, a.typecode
        for x in a:
            assert 0 <= x < 10
        try:
            memoryview(a).tolist()
        except BufferError:
            pass
    return write, write, read, read


main()
