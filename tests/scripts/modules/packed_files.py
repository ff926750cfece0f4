# The library's files can be read where its modules say that they are.
import glob
import json
import os
import pathlib
import shutil
import tempfile

with open(os.__file__) as f:
    print(f.readline().strip())
here = os.path.dirname(os.__file__)
print(os.path.exists(os.__file__), os.path.isfile(os.__file__), os.path.isdir(os.__file__), os.path.islink(os.__file__))
print(os.path.exists(here), os.path.isfile(here), os.path.isdir(here), os.path.exists(here + "/none"))
print(os.path.getsize(os.__file__) == len(open(os.__file__, "rb").read()), os.path.samefile(os.__file__, here + "/json/../os.py"))
print(sorted(os.path.basename(n) for n in glob.glob(os.path.join(glob.escape(here), "json", "*.py"))))
print("json" in os.listdir(here), "os.py" in os.listdir(here))
print({e.name: e.is_dir() for e in os.scandir(here) if e.name in ("json", "os.py")} == {"json": True, "os.py": False})
print(pathlib.Path(json.__file__).read_text().startswith('r"""JSON'), pathlib.Path(here, "json").is_dir())
for name, mode in (("none.py", "r"), ("json", "r"), ("os.py/x", "r")):
    try:
        open(os.path.join(here, name), mode)
    except OSError as e:
        print(name, type(e).__name__)
with tempfile.TemporaryDirectory() as d:
    shutil.copytree(os.path.dirname(json.__file__), d + "/copy", ignore=shutil.ignore_patterns("__pycache__"))
    print(sorted(os.listdir(d + "/copy")))
    shutil.copy(os.__file__, d)
    print(os.path.getsize(d + "/os.py") == os.path.getsize(os.__file__))
print(os.access(os.__file__, os.R_OK), os.path.realpath(here + "/json/..") == os.path.realpath(here))
