package py

import "testing"

func TestBootTypes(t *testing.T) {
	in, err := NewInterp(Options{})
	if err != nil {
		t.Fatal(err)
	}
	th := in.Main()
	v, err := th.Binary(OpAdd, Int64(1), Float64(2.5))
	if err != nil || v != Float64(3.5) {
		t.Fatalf("1 + 2.5 = %v", v)
	}
	s, err := th.Repr(NewList([]Value{Int64(1), NewStr("a").Value()}).Value())
	if err != nil || s.String() != "[1, 'a']" {
		t.Fatalf("repr %q", s)
	}
	cls, err := th.Call(TypeType.Value(), NewStr("C").Value(), emptyTuple.Value(), NewDict().Value())
	if err != nil {
		r, _ := th.StrOf(err.Value())
		t.Fatal(r)
	}
	obj, err := th.Call(cls)
	if err != nil {
		t.Fatal(err)
	}
	if err := th.SetAttr(obj, InternStr("x"), Int64(7)); err != nil {
		t.Fatal(err)
	}
	if v, err := th.GetAttr(obj, InternStr("x")); err != nil || v != Int64(7) {
		t.Fatal("attribute")
	}
}
