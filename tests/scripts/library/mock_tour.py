import builtins as _b, re as _r; print = lambda *a, **k: _b.print(*[_r.sub(r"0x[0-9a-f]+|id=.\d+.", "ID", str(x)) for x in a], **k)
from unittest import mock
from unittest.mock import *
import sys, os, io
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
m = Mock(name="m"); m.a.b.c(1, 2, k=3); m(5); m.x = 4; print(m.mock_calls, m.method_calls, m.call_args, m.a.b.c.call_count, m.x, m.a.b.c.called)
t(m.assert_called_once_with, 6); t(m.assert_called_with, 6, a=1); t(m.assert_not_called); t(m.zz.assert_called); t(m.zz.assert_called_once); t(m.assert_any_call, 9); t(m.assert_has_calls, [call(1), call(2)]); t(lambda: m.assert_foo); t(lambda: m.asert_called()); t(lambda: m.called_once()); m.reset_mock(); print(m.mock_calls, m.called)
m = Mock(return_value=3, side_effect=[1, ValueError("se"), DEFAULT, 2]); t(m); t(m); t(m); t(m); t(m); m.side_effect = lambda *a: a or DEFAULT; t(m, 1); t(m); m.side_effect = KeyError; t(m); m.side_effect = StopIteration; t(m)
class C:
    attr = 1
    def meth(self, a, b=2): return "real"
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
    @property
    def prop(self): return 1
    async def am(self): return 1
s = Mock(spec=C); t(lambda: s.nope); print(isinstance(s, C), s.meth(1)); s.new = 1; ss = Mock(spec_set=C); t(setattr, ss, "new", 1)
a = create_autospec(C); t(a); i = a(); t(i.meth); t(i.meth, 1, 2, 3); print(i.meth.call_count); t(i.meth, 5); i.meth.assert_called_with(5); t(i.meth.assert_called_with, a=6); t(lambda: i.zzz); t(a.cm); t(a.sm, 1, 2)
f = create_autospec(lambda x, y=1: None, return_value="r"); t(f, 1); t(f); t(f.assert_called_once_with, 2)
with patch("os.getcwd", return_value="/fake") as g: print(os.getcwd(), g.called)
with patch.object(C, "meth", autospec=True) as g: C().meth(1); print(g.call_args.args[1:], g.call_args.kwargs)
with patch.dict(os.environ, {"ZZ": "1"}, clear=False): print(os.environ["ZZ"])
print("ZZ" in os.environ)
with patch.multiple(C, attr=5, cm=DEFAULT) as d: print(C.attr, d)
@patch("sys.argv", ["x"])
@patch.object(C, "sm")
def deco(sm): return sys.argv, type(sm).__name__
print(deco())
t(patch("nope.x").start); t(patch("nodots").start if 0 else lambda: patch("nodots")); t(patch.object, C); t(patch("os.getcwd", 5, autospec=True).start) ; t(patch.object(C, "attr", new=1, spec=True).start); t(patch.stopall)
mm = MagicMock(); mm.__len__.return_value = 4; mm.__getitem__.side_effect = lambda k: k * 2; print(len(mm), mm[3], bool(mm), int(mm), list(mm), str(mm)[:11], 3 in mm, mm == mm, hash(mm) == hash(mm), mm.__lt__(3)); t(lambda: mm < 3); t(lambda: Mock() + 1); t(lambda: len(Mock())); print((mm + 1) is mm.__add__.return_value)
with mm as ent: pass
print(mm.__enter__.called, mm.__exit__.call_args)
with patch("builtins.open", mock_open(read_data="l1\nl2\n")) as mo:
    with open("zz") as fh: print(fh.readline(), fh.read(), list(open("yy")))
print(mo.mock_calls)
with patch("sys.stdout", new_callable=io.StringIO) as so: print("captured")
print(repr(so.getvalue()))
p = PropertyMock(return_value=7)
with patch.object(C, "prop", new_callable=PropertyMock) as pm: pm.return_value = 9; print(C().prop); C.prop
print(call(1, a=2), call.foo.bar(1), call.x()(2) == call.x()(2), call(ANY) == call(5), repr(ANY), [call(1)] == [call(2)], call(1).args, call.a(1).call_list())
print(sentinel.foo, sentinel.foo is sentinel.foo, seal); sm = Mock(); sm.a; seal(sm); t(lambda: sm.b); t(lambda: sm.a.c)
import asyncio
am = AsyncMock(return_value=3); print(asyncio.run(am(1))); am.assert_awaited_once_with(1); t(am.assert_awaited_with, 2); t(am.assert_not_awaited); am.side_effect = [1, ValueError("x")]; print(asyncio.run(am())); t(lambda: asyncio.run(am())); t(lambda: asyncio.run(create_autospec(C)().am(5)))
w = Mock(wraps=[1, 2]); print(w.index(2), w.mock_calls); par = Mock(); c1 = Mock(); par.attach_mock(c1, "c1"); c1(1); print(par.mock_calls); nc = NonCallableMock(); t(lambda: nc()); m = Mock(**{"a.return_value": 5, "b.side_effect": KeyError}); print(m.a()); t(m.b); t(Mock, spec=C, bogus=1); t(lambda: Mock(side_effect=5)()); m = Mock(); del m.z; t(lambda: m.z); m.configure_mock(q=3); print(m.q, dir(Mock(spec=["a", "b"]))[-2:]); ThreadingMock
class TM(Mock):
    def _get_child_mock(self, /, **k): return Mock(**k)
print(type(TM().x).__name__); t(m.assert_called_once); t(lambda: mock.call.__name__)
