class Tree:
    """An AVL tree."""

    class Node:
        __slots__ = "key", "left", "right", "height"

        def __init__(self, key):
            self.key, self.left, self.right, self.height = key, None, None, 1

    def __init__(self, keys=()):
        self.root, self.size, self.rotations = None, 0, 0
        for k in keys:
            self.add(k)

    @staticmethod
    def h(n):
        return n.height if n else 0

    def fix(self, n):
        n.height = 1 + max(self.h(n.left), self.h(n.right))

    def rotate(self, n, left):
        self.rotations += 1
        if left:
            r = n.right
            n.right, r.left = r.left, n
        else:
            r = n.left
            n.left, r.right = r.right, n
        self.fix(n)
        self.fix(r)
        return r

    def balance(self, n):
        self.fix(n)
        b = self.h(n.left) - self.h(n.right)
        if b > 1:
            if self.h(n.left.left) < self.h(n.left.right):
                n.left = self.rotate(n.left, True)
            return self.rotate(n, False)
        if b < -1:
            if self.h(n.right.right) < self.h(n.right.left):
                n.right = self.rotate(n.right, False)
            return self.rotate(n, True)
        return n

    def add(self, key):
        def go(n):
            if n is None:
                self.size += 1
                return self.Node(key)
            if key < n.key:
                n.left = go(n.left)
            elif n.key < key:
                n.right = go(n.right)
            return self.balance(n)
        self.root = go(self.root)

    def remove(self, key):
        def least(n):
            return least(n.left) if n.left else n

        def go(n, key):
            if n is None:
                raise KeyError(key)
            if key < n.key:
                n.left = go(n.left, key)
            elif n.key < key:
                n.right = go(n.right, key)
            elif n.left and n.right:
                n.key = least(n.right).key
                n.right = go(n.right, n.key)
            else:
                return n.left or n.right
            return self.balance(n)
        self.root = go(self.root, key)
        self.size -= 1

    def __iter__(self):
        stack, n = [], self.root
        while stack or n:
            while n:
                stack.append(n)
                n = n.left
            n = stack.pop()
            yield n.key
            n = n.right

    def __contains__(self, key):
        n = self.root
        while n and n.key != key:
            n = n.left if key < n.key else n.right
        return n is not None

    def __str__(self):
        def show(n):
            return "." if n is None else f"({show(n.left)}{n.key}{show(n.right)})" if n.left or n.right else str(n.key)
        return show(self.root)


t = Tree(range(1, 16))
print(t, t.root.height, t.rotations, list(t) == list(range(1, 16)))
for k in (8, 1, 15, 4):
    t.remove(k)
    print(t, t.size)
try:
    t.remove(99)
except KeyError as e:
    print("KeyError", e)
print(4 in t, 5 in t, Tree("python"), list(Tree([3, 1, 3, 2])), Tree())
try:
    Tree([1, "a"])
except TypeError as e:
    print(e)


class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.a = key, []
        for i in items:
            self.push(i)

    def push(self, x):
        a, i = self.a, len(self.a)
        a.append(x)
        while i and self.key(a[i]) < self.key(a[(i - 1) // 2]):
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2

    def pop(self):
        a = self.a
        if not a:
            raise IndexError("empty heap")
        a[0], a[-1] = a[-1], a[0]
        top, i = a.pop(), 0
        while (c := 2 * i + 1) < len(a):
            if c + 1 < len(a) and self.key(a[c + 1]) < self.key(a[c]):
                c += 1
            if not self.key(a[c]) < self.key(a[i]):
                break
            a[i], a[c] = a[c], a[i]
            i = c
        return top

    def __iter__(self):
        while self.a:
            yield self.pop()


print(list(Heap([5, 2, 9, 1, 5, 6])), list(Heap(["bb", "a", "ccc"], key=len)), Heap([3, 1, 2]).a)
try:
    Heap().pop()
except IndexError as e:
    print(e)


class Trie:
    def __init__(self):
        self.d = {}

    def add(self, w):
        n = self.d
        for c in w:
            n = n.setdefault(c, {})
        n["$"] = True

    def find(self, prefix):
        n = self.d
        for c in prefix:
            if c not in n:
                return []
            n = n[c]

        def walk(n, w):
            for c in sorted(n):
                if c == "$":
                    yield w
                else:
                    yield from walk(n[c], w + c)
        return list(walk(n, prefix))


tr = Trie()
for w in "car card care cat dog do".split():
    tr.add(w)
print(tr.find("car"), tr.find("do"), tr.find("x"), tr.d["d"])


def huffman(text):
    from collections import Counter
    h = Heap(((n, c, c) for c, n in sorted(Counter(text).items())), key=lambda t: t[:2])
    while len(h.a) > 1:
        a, b = h.pop(), h.pop()
        h.push((a[0] + b[0], min(a[1], b[1]), (a[2], b[2])))
    codes = {}

    def walk(n, code):
        if isinstance(n, str):
            codes[n] = code or "0"
        else:
            walk(n[0], code + "0")
            walk(n[1], code + "1")
    walk(h.pop()[2], "")
    return codes


c = huffman("abracadabra")
enc = "".join(c[x] for x in "abracadabra")
print(c, enc, len(enc))
