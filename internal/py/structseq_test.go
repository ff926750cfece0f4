package py

import "testing"

var testPoint = RegisterStructSeq(StructSeqSpec{
	Name: "geo.point", Fields: []StructSeqField{{"x", ""}, {"y", ""}, {"z", ""}}, Visible: 2,
})

func TestStructSeq(t *testing.T) {
	in, exc := NewInterp(Options{})
	if exc != nil {
		t.Fatal(exc)
	}
	th := in.Main()
	p := testPoint.New(IntOf(1), IntOf(2), IntOf(3))
	if r, _ := th.Repr(p); r.s != "geo.point(x=1, y=2)" {
		t.Error(r.s)
	}
	for i, name := range []string{"x", "y", "z"} {
		v, err := th.GetAttrS(p, name)
		if err != nil || v != IntOf(i+1) {
			t.Error(name, v, err)
		}
	}
	if err := th.SetAttr(p, InternStr("x"), None); err == nil || err.Args()[0].Type() != StrType || asStr(err.Args()[0]).s != "readonly attribute" {
		t.Error("set")
	}
	q, err := th.Call(testPoint.Type.Value(), NewList([]Value{IntOf(7), IntOf(8)}).Value())
	if err != nil {
		t.Fatal(err)
	}
	if testPoint.Field(q, 1) != IntOf(8) || testPoint.Field(q, 2) != None {
		t.Error("fields")
	}
	_, err = th.Call(testPoint.Type.Value(), NewList([]Value{IntOf(7)}).Value())
	if err == nil || asStr(err.Args()[0]).s != "geo.point() takes an at least 2-sequence (1-sequence given)" {
		t.Error("short")
	}
}
