"""Records the expected output of script tests: record.py PYTHON [NAME.py ...]

Without names, every script below this directory that has no .out yet.
"""
import os
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
python, names = sys.argv[1], sys.argv[2:]
if not names:
    for d, _, files in os.walk(here):
        for f in sorted(files):
            if f.endswith(".py") and f != "record.py" and not os.path.exists(os.path.join(d, f[:-3] + ".out")):
                names.append(os.path.join(d, f))
for n in names:
    args = []
    if os.path.exists(n[:-3] + ".args"):
        with open(n[:-3] + ".args") as fh:
            args = fh.read().split("\n")
    r = subprocess.run([python, os.path.basename(n), *args], cwd=os.path.dirname(n) or ".", stdout=subprocess.PIPE,
                       env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
    with open(n[:-3] + ".out", "wb") as fh:
        fh.write(r.stdout)
    print(n, r.returncode)
