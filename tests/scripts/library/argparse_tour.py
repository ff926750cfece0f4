import argparse, sys, os
os.environ["COLUMNS"] = "80"
def t(f, *a, **k):
    try: print(f(*a, **k))
    except SystemExit as e: print("exit", e.code)
    except Exception as e: print(type(e).__name__, e)
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog="tool", description="A tool that does " + "many things " * 12, epilog="See also: nothing.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument("--version", action="version", version="%(prog)s 1.2"); p.add_argument("-v", "--verbose", action="count", default=0, help="more output"); p.add_argument("-n", "--num", type=int, default=5, metavar="N", help="number of %(type)s things, default %(default)s"); p.add_argument("--color", choices=["red", "green"], default="red"); p.add_argument("-x", action="store_true"); p.add_argument("--no-x", dest="x", action="store_false"); p.add_argument("-l", "--list", action="append", default=[]); p.add_argument("--ext", action="extend", nargs="+"); p.add_argument("--opt", nargs="?", const="C", default="D"); p.add_argument("--feature", action=argparse.BooleanOptionalAction, default=True, help="feature"); p.add_argument("--const", action="append_const", const=7, dest="consts"); p.add_argument("--secret", help=argparse.SUPPRESS)
g = p.add_argument_group("files", "file options"); g.add_argument("src", nargs="+", help="sources"); g.add_argument("dst", help="destination"); m = p.add_mutually_exclusive_group(); m.add_argument("-q", action="store_true", help="quiet"); m.add_argument("-d", type=float, help="degree")
p.print_help(); p.print_usage(); print(p.format_usage())
P = lambda s: vars(p.parse_args(s.split()))
for s in ("a b", "a b c -vvv -n 3 --color green", "-x a b", "-l1 -l 2 a b", "--ext 1 2 --opt -- a b", "--opt=q a b", "--no-feature a b", "--const --const a b", "--num=7 a b", "--nu 8 a b", "a", "", "-n x a b", "-q -d 1 a b", "--bogus a b", "--n 1 a b", "--version", "-h", "--ext", "--feature=1 a b", "-n", "-xq a b", "-xn4 a b", "a b -- -n", "--co red a b", "--no a b", "-d=1.5 a b", "--num 1 2 3 --opt"): print("$", s); t(P, s)
print(p.parse_known_args(["a", "b", "--zz", "1", "-y"])); t(p.parse_known_args, ["--zz"])
p2 = argparse.ArgumentParser(prog="git", exit_on_error=False, allow_abbrev=False); sub = p2.add_subparsers(title="commands", dest="cmd", required=True, metavar="CMD", help="sub help", description="the cmds")
a = sub.add_parser("add", help="add files", aliases=["a"]); a.add_argument("f", type=argparse.FileType("r"), nargs="*"); a.set_defaults(func=lambda ns: "adding"); c = sub.add_parser("commit", help="commit it", description="Commit."); c.add_argument("-m", "--message", required=True); c.add_argument("--amend", action="store_true"); d = sub.add_parser("dep", deprecated=True)
p2.print_help(); c.print_help()
for s in ("add", "a", "commit -m x --amend", "commit", "", "commit -m", "add /nonexistent", "commit --am -m x", "dep"): print("$", s); t(lambda: sorted((k, v if not callable(v) else "f") for k, v in vars(p2.parse_args(s.split())).items()))
for f in (lambda: p.add_argument("--num"), lambda: p.add_argument("foo", required=True), lambda: p.add_argument("-z", action="nope"), lambda: p.add_argument("-z", type="int"), lambda: p.add_argument("-z", nargs=0), lambda: p.add_argument("-z", action="store_true", type=int), lambda: p.add_argument("z", dest="y"), lambda: p.add_argument("-z", nargs="?", action="store_const"), lambda: p.add_argument("--"), lambda: p.add_argument("-z", "zz"), lambda: p.add_argument(), lambda: p.add_argument("-z", choices=5), lambda: p2.add_subparsers(), lambda: p.add_argument("-z", nargs="x"), lambda: m.add_argument("pos"), lambda: p.set_defaults(5), lambda: argparse.FileType("r")("/nonexist"), lambda: argparse.ArgumentParser(bogus=1), lambda: sub.add_parser("add"), lambda: p.add_argument("-z", help="%(nope)s"), lambda: p.error("custom"), lambda: p.exit(3, "bye\n"), lambda: argparse.ArgumentParser(prefix_chars="+").parse_args(["-x"])): t(f)
class A(argparse.Action):
    def __call__(self, parser, ns, values, opt=None): setattr(ns, self.dest, (values, opt))
def even(s):
    if int(s) % 2: raise argparse.ArgumentTypeError(f"{s} is odd")
    return int(s)
p3 = argparse.ArgumentParser(prog="x", prefix_chars="-+", fromfile_prefix_chars="@", argument_default=argparse.SUPPRESS, conflict_handler="resolve", add_help=False, usage="%(prog)s [stuff]", formatter_class=argparse.RawDescriptionHelpFormatter, description="line1\n   line2"); p3.add_argument("+f", action=A, nargs=2); p3.add_argument("--e", type=even); p3.add_argument("--e", type=even, help="again"); p3.add_argument("rest", nargs=argparse.REMAINDER)
for s in (["+f", "1", "2"], ["--e", "3"], ["--e", "x"], ["--e", "4", "a", "--b"], ["@/nonexistent"], []): t(p3.parse_args, s)
p3.print_help(); print(p3, argparse.Namespace(a=1, **{"b c": 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
p4 = argparse.ArgumentParser(prog="p4", formatter_class=argparse.MetavarTypeHelpFormatter); p4.add_argument("--a-very-long-option-name-here", type=int, help="help " * 30); p4.add_argument("-b", type=float, nargs=3); p4.add_argument("pos", type=str, nargs="*"); p4.print_help(); print(p4.parse_intermixed_args(["1", "--a-very-long-option-name-here", "3", "2"]))
pp = argparse.ArgumentParser(add_help=False); pp.add_argument("--parent"); p5 = argparse.ArgumentParser(prog="p5", parents=[pp]); p5.add_argument("--many", nargs="*", metavar=("A", "B")); p5.print_help(); t(p5.parse_args, ["--many"]); t(p5.parse_args, "--parent 5 --many 1 2".split()); t(p5.parse_args, ["--parent=a b"]); print(p5.get_default("many"), p5.parse_args([], argparse.Namespace(pre=1)))
