class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRU:
    """A dict with a doubly linked list in order of use."""

    def __init__(self, size):
        if size < 1:
            raise ValueError("size must be positive")
        self.size, self.map, self.root = size, {}, Node()
        self.hits = self.misses = 0

    def _unlink(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        n.prev, n.next = self.root, self.root.next
        n.prev.next = n.next.prev = n

    def __getitem__(self, k):
        n = self.map.get(k)
        if n is None:
            self.misses += 1
            raise KeyError(k)
        self.hits += 1
        self._unlink(n)
        self._front(n)
        return n.value

    def __setitem__(self, k, v):
        n = self.map.get(k)
        if n is None:
            if len(self.map) == self.size:
                old = self.root.prev
                self._unlink(old)
                del self.map[old.key]
                print(f"evict {old.key!r}")
            n = self.map[k] = Node(k)
        else:
            self._unlink(n)
        n.value = v
        self._front(n)

    def __contains__(self, k):
        return k in self.map

    def __iter__(self):
        n = self.root.next
        while n is not self.root:
            yield n.key, n.value
            n = n.next

    def __len__(self):
        return len(self.map)

    def __repr__(self):
        return f"LRU({', '.join(f'{k}={v}' for k, v in self)})"


c = LRU(3)
for i, k in enumerate("abcadbe"):
    c[k] = i
    print(c)
for k in "aeb":
    try:
        print(k, c[k])
    except KeyError as e:
        print("missing", e)
print(len(c), "d" in c, list(c), c.hits, c.misses)
try:
    LRU(0)
except ValueError as e:
    print(e)
import functools


@functools.lru_cache(maxsize=4)
def square(n):
    print("computing", n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 4, 5, 1)])
print(square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(9), square.cache_parameters())
try:
    square([1])
except TypeError as e:
    print(e)


@functools.lru_cache(typed=True)
def kind(x, y=0):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(1, y=0), kind.cache_info())


@functools.cache
def ways(n, coins=(50, 25, 10, 5, 1)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[0], coins) + ways(n, coins[1:])


print([ways(n) for n in (1, 10, 25, 100)], ways.cache_info().hits > 0)
