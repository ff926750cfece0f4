package syntax

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestEncodings compares the trees and errors of byte sources with CPython's.
func TestEncodings(t *testing.T) {
	data, err := os.ReadFile("testdata/encodings.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Src             []byte
		Dump, Type, Msg string
		Bare            bool
		Line, Col       int
		EndLine, EndCol *int
		Text            *string
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	show := func(v ...any) string { b, _ := json.Marshal(v); return string(b) }
	for _, c := range cases {
		m, _, err := Parse(c.Src, Options{})
		want := show(c.Type, c.Msg)
		switch {
		case c.Dump != "":
			want = c.Dump
		case !c.Bare:
			want = show(c.Type, c.Msg, c.Line, c.Col, c.EndLine, c.EndCol, c.Text)
		}
		var got string
		switch {
		case err == nil:
			got = Dump(m, true)
		case err.NoDetails:
			got = show(err.Kind.String(), err.Msg)
		default:
			var endLine, endCol *int
			var text *string
			if !err.NoEnd {
				endLine, endCol = &err.EndLine, &err.EndCol
			}
			if !err.NoText {
				text = &err.Text
			}
			got = show(err.Kind.String(), err.Msg, err.Line, err.Col, endLine, endCol, text)
		}
		if got != want {
			t.Errorf("%q\n got %s\nwant %s", c.Src, got, want)
		}
	}
}

// TestFromFile checks the errors that only a program file has.
func TestFromFile(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"x = '\xff'\n", "SyntaxError: Non-UTF-8 code starting with '\\xff' in file x.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details"},
		{"x=1\n#\xff\n", "SyntaxError: Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details"},
		{"# coding: ascii\nx = '\xff'\n", "SyntaxError: encoding problem: ascii"},
		{"# coding: foo\nx\n", "SyntaxError: encoding problem: foo"},
		{"\xef\xbb\xbf# coding: latin-1\nx\n", "SyntaxError: encoding problem: iso-8859-1 with BOM"},
		{"\xff\xfe\x00", "SyntaxError: Non-UTF-8 code starting with '\\xff' in file x.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details"},
		{"x\x00y\n", "SyntaxError: source code cannot contain null bytes (line 1, column 0)"},
		{"# coding: utf-8\n\n'\xff'\n", "SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte (line 3, column 1)"},
	} {
		_, _, err := Parse([]byte(c.src), Options{FromFile: true, Filename: "x.py"})
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.src, err, c.want)
		}
	}
}

func TestCodingCookie(t *testing.T) {
	for _, c := range []struct {
		src, name string
		line      int
	}{
		{"# coding: utf-8\n", "utf-8", 1}, {"#!/bin/sh\n# -*- coding: Latin-1 -*-", "iso-8859-1", 2},
		{"x = 1\n# coding: latin-1\n", "", 0}, {"\n\n# coding: latin-1", "", 0}, {"", "", 0}, {"# coding", "", 0},
		{"# coding: cp1252\r\n", "cp1252", 1}, {strings.Repeat("#", 10), "", 0},
	} {
		name, line := CodingCookie([]byte(c.src))
		if name != c.name || name != "" && line != c.line {
			t.Errorf("CodingCookie(%q) = %q, %d", c.src, name, line)
		}
	}
}
