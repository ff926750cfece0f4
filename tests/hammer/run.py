"""Runs the hammer programs: run.py PROGRAM SECONDS [NAMES]. Each runs in both
modes of PROGRAM for the given seconds; the exit status tells whether one failed."""
import glob
import os
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
program, seconds, names = os.path.abspath(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
failed = []


def counts(out):
    """What a program of the primitives counted: its only line."""
    lines = out.decode(errors="replace").splitlines()
    return " " + lines[0] if len(lines) == 1 else ""


for path in sorted(glob.glob(os.path.join(here, "*.py"))):
    name = os.path.basename(path)[:-3]
    if name in ("run", "hammering", "common") or names and name not in names:
        continue
    for mode in "0", "1":
        cmd = [program, "-X", "gil=" + mode, path, str(seconds)]
        try:
            r = subprocess.run(cmd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=4 * seconds + 300)
            code, out = r.returncode, r.stdout
        except subprocess.TimeoutExpired as e:
            code, out = "hangs", e.stdout or b""
        ok = code == 0 and b"DATA RACE" not in out
        print(f"{name} gil={mode}: {'ok' if ok else f'FAILS ({code})'} {seconds:g} s{counts(out)}", flush=True)
        if not ok:
            failed.append(name)
            print(out[-6000:].decode(errors="replace"), flush=True)
sys.exit(bool(failed))
