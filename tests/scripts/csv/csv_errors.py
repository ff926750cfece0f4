import csv, io, sys
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
R = lambda s, **k: list(csv.reader(io.StringIO(s, newline=""), **k))
for s, k in (('a,b\r\n"c ""q"" d",e\n', {}), ("a;b|c", {"delimiter": ";"}), ("'a,b',c", {"quotechar": "'"}), ('a\\,b,c', {"escapechar": "\\"}), ('a, "b"', {"skipinitialspace": True}), ('1,"2",3.5', {"quoting": csv.QUOTE_NONNUMERIC}), ('1,,"",x', {"quoting": csv.QUOTE_STRINGS}), ('1,,""', {"quoting": csv.QUOTE_NOTNULL}), ('"a"b,c', {}), ('a"b"', {}), ('"multi\nline",x', {}), ("", {}), ("\n\na\n", {}), ('"unterminated', {}), ('"bad"x', {"strict": True}), ('"unterminated', {"strict": True}), ("a\rb", {}), ("a\0b", {}), ("x,1", {"quoting": csv.QUOTE_NONNUMERIC}), ("a,b", {"quoting": csv.QUOTE_NONE}), ('"a",b', {"quoting": csv.QUOTE_NONE}), ("a\\", {"escapechar": "\\"})): t(R, s, **k)
for k in ({"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": 5}, {"quotechar": ""}, {"quoting": 9}, {"quoting": csv.QUOTE_ALL, "quotechar": None}, {"lineterminator": None}, {"bogus": 1}, {"dialect": "nope"}, {"escapechar": "xx"}, {"delimiter": "\n"}, {"delimiter": "a", "quotechar": "a"}, {"delimiter": " ", "skipinitialspace": True}, {"dialect": 5}): t(R, "a,b", **k)
t(csv.reader, 5); t(lambda: list(csv.reader([5]))); t(lambda: list(csv.reader([b"a"]))); t(csv.writer, 5); t(csv.field_size_limit); csv.field_size_limit(5); t(R, "abcdefgh"); t(csv.field_size_limit, "x"); csv.field_size_limit(131072)
r = csv.reader(["a,b", "c"]); next(r); print(r.line_num, r.dialect.delimiter, r.dialect.lineterminator, r.dialect.quoting, r.dialect.strict)
def W(rows, **k):
    o = io.StringIO(newline=""); w = csv.writer(o, **k); n = [w.writerow(x) for x in rows]; return o.getvalue(), n
for rows, k in (([[1, 2.5, None, "a,b", 'q"q', "l\nl", ""]], {}), ([["a"]], {"quoting": csv.QUOTE_ALL}), ([["a", 1, None]], {"quoting": csv.QUOTE_NONNUMERIC}), ([["a", 1, None, ""]], {"quoting": csv.QUOTE_STRINGS}), ([["a", 1, None, ""]], {"quoting": csv.QUOTE_NOTNULL}), ([["a,b"]], {"quoting": csv.QUOTE_NONE}), ([["a,b", 'x"']], {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}), ([['q"']], {"doublequote": False}), ([['q"']], {"doublequote": False, "escapechar": "\\"}), ([[""]], {}), ([[]], {}), ([[None]], {}), ([[""]], {"quoting": csv.QUOTE_NONE}), ([["a", " b "]], {"delimiter": " "}), ([5], {}), (["abc"], {"lineterminator": "!"}), ([[" a"]], {"skipinitialspace": True})): t(W, rows, **k)
d = csv.DictReader(io.StringIO("a,b,c\n1,2\n3,4,5,6\n\n7,8,9"), restkey="rest", restval="?"); print(list(d), d.fieldnames, d.line_num)
o = io.StringIO(); w = csv.DictWriter(o, ["x", "y"], extrasaction="raise", restval="-"); w.writeheader(); w.writerow({"x": 1}); t(w.writerow, {"z": 1, "x": 2}); w.writerows([{"x": 1, "y": 2}]); print(repr(o.getvalue())); t(csv.DictWriter, o, ["a"], extrasaction="bad"); csv.DictWriter(o, ["a"], extrasaction="ignore").writerow({"a": 1, "b": 2})
class D(csv.Dialect): delimiter = "|"; quotechar = "'"; quoting = csv.QUOTE_MINIMAL; lineterminator = "\n"
csv.register_dialect("d", D); csv.register_dialect("k", delimiter="~"); print(sorted(csv.list_dialects()), csv.get_dialect("d").delimiter, R("a|'b|c'", dialect="d")); csv.unregister_dialect("k"); t(csv.unregister_dialect, "k"); t(csv.get_dialect, "k"); t(csv.register_dialect, 5); t(csv.register_dialect, "x", 5, 6)
class Bad(csv.Dialect): pass
t(Bad); t(csv.writer, o, dialect=Bad) if 0 else None
s = csv.Sniffer(); x = s.sniff("a;b;c\n1;2;3\n4;5;6\n"); print(x.delimiter, x.doublequote, s.has_header("name,age\nbob,1\nann,22\n"), s.sniff("'a','b'\n'c','d'").quotechar); t(s.sniff, "abc"); print(csv.QUOTE_ALL, csv.QUOTE_NOTNULL, csv.__doc__ is not None, csv.Error.__mro__[1])
class Fail:
    def write(self, s): raise OSError("disk")
t(csv.writer(Fail()).writerow, [1]); 
class It:
    def __iter__(self): yield "a,b"; raise ValueError("iter broke")
t(list, csv.reader(It())); t(csv.writer(o).writerows, 5); t(csv.writer(o).writerows, [[1], 5]); t(setattr, csv.reader([]), "line_num", 1); t(setattr, csv.get_dialect("d"), "delimiter", ","); import copy, pickle; t(copy.copy, csv.get_dialect("d")); t(pickle.dumps, csv.reader([])); list(csv.reader(["a"], delimiter="xx"))
