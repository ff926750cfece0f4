"""Print "hash path" for each file named on stdin: the hash of its syntax tree's dump."""
import ast
import hashlib
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
full = len(sys.argv) > 1
for path in sys.stdin.read().splitlines():
    with open(path, "rb") as f:
        src = f.read()
    try:
        out = ast.dump(ast.parse(src), include_attributes=True)
    except (SyntaxError, ValueError, MemoryError) as e:
        out = "error: " + type(e).__name__
    out = out.encode("utf-8", "surrogatepass")
    if full:
        sys.stdout.buffer.write(out + b"\n")
    else:
        print(hashlib.sha256(out).hexdigest()[:16], path)
