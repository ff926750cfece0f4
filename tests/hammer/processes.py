"""Children, pipes and the objects that wait for them."""
import os
import select
import subprocess
import sys
from hammering import *


@case
def children():
    def run():
        r = subprocess.run([sys.executable, "-S", "-E", "-c", "print(input())"], input="x", capture_output=True, text=True)
        assert r.stdout == "x\n" and r.returncode == 0, r
    return run, run


@case
def pollers():
    r, w = os.pipe()
    p = select.poll()
    ep = select.epoll() if hasattr(select, "epoll") else None

    def register():
        p.register(r, select.POLLIN)
        try:
            p.unregister(r)
        except KeyError:
            pass
        if ep is not None:
            try:
                ep.register(r, select.EPOLLIN)
                ep.unregister(r)
            except OSError:
                pass

    def wait():
        try:
            assert p.poll(0) in ([], [(r, select.POLLIN)])
        except RuntimeError as e:
            assert "concurrent" in str(e)
        if ep is not None:
            ep.poll(0)
        select.select([r], [w], [], 0)

    def write():
        os.write(w, b"x")
        assert os.read(r, 1) == b"x"
    return register, register, wait, wait, write


main()
