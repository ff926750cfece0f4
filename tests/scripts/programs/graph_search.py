import heapq
from collections import deque, defaultdict


class Graph:
    def __init__(self, edges, directed=False):
        self.adj = defaultdict(dict)
        for u, v, w in edges:
            self.adj[u][v] = w
            if not directed:
                self.adj[v][u] = w
            else:
                self.adj[v]

    def bfs(self, s):
        seen, q, order = {s}, deque([s]), []
        while q:
            u = q.popleft()
            order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    q.append(v)
        return order

    def dfs(self, s, seen=None):
        seen = set() if seen is None else seen
        seen.add(s)
        yield s
        for v in sorted(self.adj[s]):
            if v not in seen:
                yield from self.dfs(v, seen)

    def dijkstra(self, s):
        dist, prev, heap = {s: 0}, {}, [(0, s)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                if d + w < dist.get(v, float("inf")):
                    dist[v], prev[v] = d + w, u
                    heapq.heappush(heap, (d + w, v))
        return dist, prev

    def path(self, a, b):
        dist, prev = self.dijkstra(a)
        if b not in dist:
            raise LookupError(f"no path from {a} to {b}")
        p = [b]
        while p[-1] != a:
            p.append(prev[p[-1]])
        return dist[b], "".join(reversed(p))

    def mst(self):
        parent = {u: u for u in self.adj}

        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x
        out = []
        for w, u, v in sorted((w, u, v) for u in self.adj for v, w in self.adj[u].items() if u < v):
            a, b = find(u), find(v)
            if a != b:
                parent[a] = b
                out.append((u + v, w))
        return out

    def topo(self):
        deg = {u: 0 for u in self.adj}
        for u in self.adj:
            for v in self.adj[u]:
                deg[v] += 1
        ready = sorted(u for u in deg if not deg[u])
        out = []
        while ready:
            u = ready.pop(0)
            out.append(u)
            for v in sorted(self.adj[u]):
                deg[v] -= 1
                if not deg[v]:
                    ready.append(v)
        if len(out) < len(deg):
            raise ValueError("cycle among " + ",".join(sorted(u for u in deg if deg[u])))
        return out

    def scc(self):
        index, low, stack, on, out = {}, {}, [], set(), []

        def visit(v):
            index[v] = low[v] = len(index)
            stack.append(v)
            on.add(v)
            for w in sorted(self.adj[v]):
                if w not in index:
                    visit(w)
                    low[v] = min(low[v], low[w])
                elif w in on:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                comp = ""
                while True:
                    w = stack.pop()
                    on.discard(w)
                    comp += w
                    if w == v:
                        break
                out.append("".join(sorted(comp)))
        for v in sorted(self.adj):
            if v not in index:
                visit(v)
        return out


g = Graph([("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9), ("x", "y", 1)])
print(g.bfs("a"), list(g.dfs("a")), list(g.dfs("y")))
print(sorted(g.dijkstra("a")[0].items()))
print(g.path("a", "e"), g.path("b", "f"), g.mst(), sum(w for _, w in g.mst()))
try:
    g.path("a", "x")
except LookupError as e:
    print(e)
d = Graph([(a, b, 1) for a, b in ("shirt tie", "tie jacket", "pants shoes", "pants belt", "belt jacket", "socks shoes") for a, b in [(a, b)]] if False else [(p.split()[0], p.split()[1], 1) for p in ("shirt tie", "tie jacket", "pants shoes", "pants belt", "belt jacket", "socks shoes")], True)
print(d.topo())
c = Graph([(p[0], p[1], 1) for p in "ab bc ca bd de ef fd gf gh hg".split()], True)
print(c.scc())
try:
    c.topo()
except ValueError as e:
    print(e)
