"""Record how CPython 3.13 compiles byte sources: python3.13 encodings.py > encodings.json"""
import ast
import base64
import json
import sys
import warnings

warnings.simplefilter("ignore")
CASES = [
    b"x = 1", b"", b"\xef\xbb\xbf", b"\xef\xbb\xbfx = 1", b"\xef\xbb\xbfx y", b"\xef\xbb\xbf# coding: utf-8\nx", b"\xef\xbb\xbf# coding: latin-1\nx",
    b"\xef\xbb\xbf# coding: ascii\nx", b"\xef\xbb\xbf# coding: foo\nx", b"# coding: latin-1\nx = '\xe9'", b"# -*- coding: iso-8859-15 -*-\nx = '\xa4'", b"# vim: set fileencoding=cp1252 :\nx = '\x80'",
    b"# coding: koi8-r\nx = '\xd0\xd2'", b"# coding=utf8\nx = '\xc3\xa9'", b"# coding: utf_8\nx = '\xc3\xa9'", b"# coding: UTF-8\nx = '\xc3\xa9'", b"# coding: utf-8-sig\nx = '\xc3\xa9'", b"# coding: Latin-1\nx = '\xe9'",
    b"# coding: iso-8859-1\nx = '\xe9'", b"# coding: iso_8859_1\nx = '\xe9'", b"# coding: latin1\nx = '\xe9'", b"# coding: iso-latin-1-unix\nx = '\xe9'", b"# coding: utf-8-unix\nx = '\xc3\xa9'", b"# coding: l1\nx = '\xe9'",
    b"#!/usr/bin/python\n# coding: latin-1\nx = '\xe9'", b"\n# coding: latin-1\nx = '\xe9'", b"\n\n# coding: latin-1\nx = '\xe9'", b"x = 1\n# coding: latin-1\ny = '\xe9'", b"  # coding: latin-1\nx = '\xe9'", b"\x0c# coding: latin-1\nx = '\xe9'",
    b"x = 1 # coding: latin-1\ny = '\xe9'", b"# coding : latin-1\nx = '\xe9'", b"# coding:latin-1\nx = '\xe9'", b"# coding:   latin-1\nx = '\xe9'", b"# encoding: latin-1\nx = '\xe9'", b"# decoding=latin-1\nx = '\xe9'", b"#coding:latin-1 utf-8\nx = '\xe9'",
    b"# coding: foo\nx", b"# coding: foo-bar.baz\nx = 1", b"\n# coding: nope\nx", b"# coding:\nx = '\xc3\xa9'", b"# coding: -\nx", b"# coding: ascii\nx = '\xe9'", b"# coding: ascii\nx = 1", b"# coding: us-ascii\nx = 1", b"# coding: cp1251\nx = '\xcf'", b"# coding: shift_jis\nx = '\x83e'", b"# coding: euc-jp\nx = '\xa4\xa2'",
    b"# coding: gbk\nx = '\xc4\xe3'", b"# coding: big5\nx = '\xa7A'", b"# coding: cp437\nx = '\x82'", b"# coding: mac-roman\nx = '\x8e'", b"# coding: cp932\nx = '\x83e'", b"# coding: iso-8859-2\nx = '\xb1'", b"# coding: windows-1252\nx = '\x80'",
    b"\xff", b"\xff = 1", b"x = '\xff'", b"x = 1\ny = '\xe9'\n", b"x = 1\n\n\ny = '\xc3'\n", b"x = '\xe2\x82'", b"x = '\xe2\x82", b"x = '\xf0\x9f\x98'", b"x = '\xed\xa0\x80'", b"x = '\xc0\x80'", b"x = '\xf5\x80\x80\x80'", b"x = '\xf4\x90\x80\x80'", b"x = '\xe0\x80\x80'", b"x = '\x80'", b"x = '\xc3\xa9\xff'", b"# \xff\nx y", b"x y\n# \xff",
    b"# coding: utf-8\nx = '\xff'", b"#\xc3\xa9\n# coding: latin-1\nx = '\xe9'", b"x\0y", b"# coding: latin-1\nx\0y", b"\0", b"x = 1\r\ny = '\xc3\xa9'\r\n", b"# coding: latin-1\r\nx = '\xe9'\r\n", b"# coding: latin-1\rx = '\xe9'\r", b"x = '\xc3\xa9' y", b"# coding: latin-1\nx = '\xe9' y", b"# coding: latin-1\n\xe9 = 1 2", b"# coding: latin-1\nf(\xe9 b)", b"\xff\n# coding: latin-1\n", b"'''\n\xff\n'''", b"x = 1 \\\n'\xff'",
]


def record(src):
    try:
        return {"dump": ast.dump(compile(src, "<test>", "exec", 0x400, dont_inherit=True), include_attributes=True)}
    except SyntaxError as e:
        r = {"type": type(e).__name__, "msg": e.msg}
        if len(e.args) > 1:
            r.update(line=e.lineno, col=e.offset, text=e.text, endLine=e.end_lineno, endCol=e.end_offset)
        else:
            r["bare"] = True
        return r
    except Exception as e:
        return {"type": type(e).__name__, "msg": str(e), "bare": True}


out = []
for c in CASES:
    r = record(c)
    r["src"] = base64.b64encode(c).decode()
    out.append(json.dumps(r, sort_keys=True))
sys.stdout.write("[\n" + ",\n".join(out) + "\n]\n")
