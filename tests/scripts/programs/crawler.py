"""Crawler with LRU cache over a loopback server, robots, depth, report; threads and asyncio variants must agree."""
import http.server, threading, urllib.request, urllib.parse, urllib.error, urllib.robotparser, html.parser, functools, collections, concurrent.futures as cf, queue, asyncio, json, re, time, html
PAGES = {"/": '<title>Home &amp; Co</title><a href="/a">A</a> <a href="b?x=1#frag">B</a><a href="http://other/x">ext</a>', "/a": '<title>A</title><a href="/">home</a><a href="./c">c</a><A HREF=/missing>m</A>', "/b": "<title>B</title><img src=x><a href='/redir'>r</a><a>noref</a>", "/c": "<title>C<a href='/private/z'>p</a><a href='/boom'>b</a><a href='mailto:x@y'>m</a>", "/private/z": "secret", "/robots.txt": "User-agent: *\nDisallow: /private/\nCrawl-delay: 1\n"}
HITS = collections.Counter()
class H(http.server.BaseHTTPRequestHandler):
    def log_message(self, *a): pass
    def do_GET(self):
        p = urllib.parse.urlsplit(self.path).path; HITS[p] += 1
        if p == "/redir": self.send_response(301); self.send_header("Location", "/a"); self.end_headers(); return
        if p == "/boom": self.send_error(500, "Kaboom"); return
        if p not in PAGES: self.send_error(404); return
        b = PAGES[p].encode(); self.send_response(200); self.send_header("Content-Length", len(b)); self.send_header("Content-Type", "text/html; charset=utf-8"); self.end_headers(); self.wfile.write(b)
class Links(html.parser.HTMLParser):
    def __init__(self): super().__init__(); self.links, self.title, self._in = [], "", False
    def handle_starttag(self, tag, attrs):
        if tag == "a" and (h := dict(attrs).get("href")): self.links.append(h)
        self._in = self._in or tag == "title"
    def handle_endtag(self, tag):
        if tag == "title": self._in = False
    def handle_data(self, d): self.title += d if self._in else ""
class LRU:
    def __init__(self, n): self.n, self.d, self.lock, self.stats = n, collections.OrderedDict(), threading.Lock(), collections.Counter()
    def __call__(self, f):
        @functools.wraps(f)
        def w(k):
            with self.lock:
                if k in self.d: self.d.move_to_end(k); self.stats["hit"] += 1; return self.d[k]
            v = f(k)
            with self.lock:
                self.d[k] = v; self.stats["miss"] += 1
                while len(self.d) > self.n: self.d.popitem(last=False); self.stats["evict"] += 1
            return v
        w.cache = self; return w
srv = http.server.ThreadingHTTPServer(("127.0.0.1", 0), H); threading.Thread(target=srv.serve_forever, kwargs={"poll_interval": .02}, daemon=True).start()
BASE = f"http://127.0.0.1:{srv.server_port}"
rp = urllib.robotparser.RobotFileParser(BASE + "/robots.txt"); rp.read()
@LRU(4)
def fetch(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as r: return r.status, r.url, r.read().decode(r.headers.get_content_charset("latin-1"))
    except urllib.error.HTTPError as e: e.close(); return e.code, url, e.reason
def norm(base, href):
    u = urllib.parse.urlsplit(urllib.parse.urldefrag(urllib.parse.urljoin(base, href)).url)
    return u._replace(query="").geturl() if u.scheme == "http" and u.netloc == BASE[7:] else None
def visit(url):
    if not rp.can_fetch("bot", url): return url, "robots", None, []
    st, final, body = fetch(url); p = Links(); p.feed(body if st == 200 else ""); p.close()
    return url, st, p.title or None, sorted({n for h in p.links if (n := norm(final, h))})
def crawl_threads(start):
    seen, res, todo = {start}, {}, [start]
    with cf.ThreadPoolExecutor(3, thread_name_prefix="crawl") as ex:
        futs = {ex.submit(visit, start)}
        while futs:
            done, futs = cf.wait(futs, return_when=cf.FIRST_COMPLETED)
            for f in done:
                u, *r = f.result(); res[u] = r
                for l in r[2]:
                    if l not in seen: seen.add(l); futs.add(ex.submit(visit, l))
    return res
async def crawl_async(start):
    seen, res, q = {start}, {}, asyncio.Queue(); q.put_nowait(start)
    async def worker():
        while True:
            u = await q.get()
            try:
                u, *r = await asyncio.to_thread(visit, u); res[u] = r
                for l in r[2]:
                    if l not in seen: seen.add(l); q.put_nowait(l)
            finally: q.task_done()
    ws = [asyncio.create_task(worker()) for _ in range(3)]; await q.join()
    for w in ws: w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True)); return res
def crawl_queue(start):
    q, res, seen, lock = queue.Queue(), {}, {start}, threading.Lock(); q.put(start)
    def worker():
        while (u := q.get()) is not None:
            try:
                u, *r = visit(u)
                with lock:
                    res[u] = r; new = [l for l in r[2] if l not in seen]; seen.update(new)
                for l in new: q.put(l)
            finally: q.task_done()
        q.task_done()
    ts = [threading.Thread(target=worker) for _ in range(2)]
    for t in ts: t.start()
    q.join()
    for t in ts: q.put(None)
    for t in ts: t.join()
    return res
a = crawl_threads(BASE + "/"); b = asyncio.run(crawl_async(BASE + "/")); c = crawl_queue(BASE + "/"); print(a == b == c)
for u, (st, title, links) in sorted(a.items()): print(u.replace(BASE, "") , st, title, [l.replace(BASE, "") for l in links])
fetch.cache.d.clear(); fetch.cache.stats.clear()
for p in ("/", "/a", "/", "/b", "/c", "/missing", "/", "/a"): fetch(BASE + p)
print(dict(fetch.cache.stats), [k.replace(BASE, "") for k in fetch.cache.d], HITS["/private/z"], rp.crawl_delay("bot"), HITS["/boom"] >= 1)
graph = {u: set(l) for u, (_, _, l) in a.items()}
def dists(g, s):
    d, q = {s: 0}, collections.deque([s])
    while q:
        for v in g.get(x := q.popleft(), ()):
            if v not in d: d[v] = d[x] + 1; q.append(v)
    return d
print(sorted((v, k.replace(BASE, "")) for k, v in dists(graph, BASE + "/").items()))
srv.shutdown(); srv.server_close()
try: fetch(BASE + "/new")
except urllib.error.URLError as e: print(type(e.reason).__name__, e.reason.errno)
print(html.escape("<a href='x'>&\"</a>"), html.unescape("&lt;&eacute;&#x41;&bogus;&notit;"))
class P(html.parser.HTMLParser):
    def __getattribute__(self, n):
        if n.startswith("handle_") or n == "unknown_decl": return lambda *a: print(n, *a)
        return super().__getattribute__(n)
p = P(convert_charrefs=False); p.feed("<!DOCTYPE html><!-- c --><p class=x disabled>t&amp;&#65;<br/></p><script>if (a<b) '</p>'</script><?pi x?><![CDATA[z]]><a href='q"); p.close(); print(p.getpos())
