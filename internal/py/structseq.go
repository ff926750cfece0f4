package py

import (
	"strings"
)

// StructSeq is a tuple whose items also have names, and which may have further
// named fields that are not items: os.stat_result, time.struct_time,
// sys.version_info and their like.
type StructSeq struct {
	Tuple
	hidden []Value
}

// StructSeqField is one field; the Name of a field that is an item without a
// name is "".
type StructSeqField struct{ Name, Doc string }

// StructSeqSpec declares a type of struct sequences.
type StructSeqSpec struct {
	// Name is the full name, "os.stat_result".
	Name, Doc string
	Fields    []StructSeqField
	// Visible is how many of the fields are items; 0 means all.
	Visible int
	// NoNew forbids making instances from Python.
	NoNew bool
	// Fixup, when set, adjusts the values of an instance made from Python
	// (all fields in order, None for those not given).
	Fixup func(vals []Value)
	// Extra are further methods.
	Extra []MethodSpec
}

// StructSeqType is a type of struct sequences.
type StructSeqType struct {
	Type    *Type
	names   []string // of the named fields, in order
	at      []int    // the field that each name stands for
	n       int      // number of fields
	visible int
	spec    StructSeqSpec
}

func asStructSeq(v Value) *StructSeq { return (*StructSeq)(v.ptr()) }

// RegisterStructSeq declares a type of struct sequences; call it from init
// functions or package variables only.
func RegisterStructSeq(spec StructSeqSpec) *StructSeqType {
	s := &StructSeqType{Type: new(Type), n: len(spec.Fields), visible: spec.Visible, spec: spec}
	if s.visible == 0 {
		s.visible = s.n
	}
	for i, f := range spec.Fields {
		if f.Name != "" {
			s.names = append(s.names, f.Name)
			s.at = append(s.at, i)
		}
	}
	var flags TypeFlags
	if spec.NoNew {
		flags = FlagNoNew
	}
	ts := TypeSpec{
		Type: s.Type, Name: spec.Name, Doc: spec.Doc, Base: TupleType, Layout: LayoutOf[StructSeq](), Flags: flags,
		Slots: Slots{Repr: s.repr},
		Methods: append([]MethodSpec{
			{Name: "__reduce__", Fn: Fn0(s.reduce)},
			{Name: "__replace__", Sig: "**changes", Fn: FnRaw(s.replace), Doc: "Return a copy of the structure with new values for the specified fields."},
		}, spec.Extra...),
		Attrs: s.attrs,
	}
	if !spec.NoNew {
		ts.Slots.New = s.construct
	}
	RegisterType(ts)
	return s
}

// New makes an instance from the values of all fields, which it keeps. Missing
// ones at the end are None.
func (s *StructSeqType) New(vals ...Value) Value {
	for len(vals) < s.n {
		vals = append(vals, None)
	}
	x := &StructSeq{hidden: vals[s.visible:s.n]}
	x.items = vals[:s.visible:s.visible]
	x.typ, x.shape = s.Type, s.Type.root.id
	return Value{&x.Header, 0}
}

// Field returns field i of v, an instance of s.
func (s *StructSeqType) Field(v Value, i int) Value {
	x := asStructSeq(v)
	if i < len(x.items) {
		return x.items[i]
	}
	if i -= len(x.items); i < len(x.hidden) {
		return x.hidden[i]
	}
	return None
}

// Is tells whether v is an instance of s.
func (s *StructSeqType) Is(v Value) bool { return v.p != nil && v.p.typ == s.Type }

func (s *StructSeqType) attrs() map[string]Value {
	m := map[string]Value{
		"n_sequence_fields": IntOf(s.visible),
		"n_fields":          IntOf(s.n),
		"n_unnamed_fields":  IntOf(s.n - len(s.names)),
	}
	var match []Value
	for i, name := range s.names {
		at := s.at[i]
		if at < s.visible {
			match = append(match, InternStr(name).Value())
		}
		g := &GetSet{owner: s.Type, spec: GetSetSpec{
			Name: name, Doc: s.spec.Fields[at].Doc,
			Get: func(t *Thread, v Value) (Value, *Exc) { return s.Field(v, at), nil },
			Set: func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") },
		}}
		g.typ, g.shape = MemberDescrType, MemberDescrType.root.id
		m[name] = Value{&g.Header, 0}
	}
	m["__match_args__"] = newTupleOwned(match).Value()
	return m
}

var structSeqSig = ParseSignature("sequence, dict={}")

func (s *StructSeqType) construct(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [2]Value
	if err := structSeqSig.Bind(t, s.Type.BareName(), args, a[:]); err != nil {
		return Value{}, err
	}
	if a[0].p.typ.slots.Iter == nil && a[0].p.typ.slots.GetItem == nil && a[0].p.typ.slots.Item == nil {
		return Value{}, t.TypeErr("constructor requires a sequence")
	}
	items, err := t.Items(a[0])
	if err != nil {
		if err.Is(TypeError) {
			return Value{}, t.TypeErr("constructor requires a sequence")
		}
		return Value{}, err
	}
	var extra *Dict
	if a[1].p != nil {
		d, ok := ToDict(a[1])
		if !ok {
			return Value{}, t.TypeErr("%s() takes a dict as second arg, if any", s.Type.name)
		}
		extra = d
	}
	n := len(items)
	switch {
	case s.visible != s.n && n < s.visible:
		return Value{}, t.TypeErr("%s() takes an at least %d-sequence (%d-sequence given)", s.Type.name, s.visible, n)
	case s.visible != s.n && n > s.n:
		return Value{}, t.TypeErr("%s() takes an at most %d-sequence (%d-sequence given)", s.Type.name, s.n, n)
	case s.visible == s.n && n != s.n:
		return Value{}, t.TypeErr("%s() takes a %d-sequence (%d-sequence given)", s.Type.name, s.n, n)
	}
	used := 0
	for i := n; i < s.n; i++ {
		v := None
		if name := s.spec.Fields[i].Name; extra != nil && name != "" {
			if x := extra.GetStr(t, name); x.p != nil {
				v = x
				used++
			}
		}
		items = append(items, v)
	}
	if extra != nil && extra.Len() > used {
		return Value{}, t.TypeErr("%s() got duplicate or unexpected field name(s)", s.Type.name)
	}
	if s.spec.Fixup != nil {
		s.spec.Fixup(items)
	}
	return s.New(items...), nil
}

// memberName is the name that CPython shows for item i: items without a name
// borrow those of the fields that follow.
func (s *StructSeqType) memberName(i int) string {
	if i < len(s.names) {
		return s.names[i]
	}
	return ""
}

func (s *StructSeqType) repr(t *Thread, v Value) (Value, *Exc) {
	if t.EnterRepr(v) {
		return NewStr(s.Type.name + "(...)").Value(), nil
	}
	defer t.LeaveRepr(v)
	var b strings.Builder
	b.WriteString(s.Type.name)
	b.WriteByte('(')
	for i, x := range asStructSeq(v).items {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(s.memberName(i))
		b.WriteByte('=')
		r, err := t.Repr(x)
		if err != nil {
			return Value{}, err
		}
		b.WriteString(r.s)
	}
	b.WriteByte(')')
	return NewStr(b.String()).Value(), nil
}

func (s *StructSeqType) reduce(t *Thread, v Value) (Value, *Exc) {
	x := asStructSeq(v)
	d := NewDict()
	for i, h := range x.hidden {
		if name := s.spec.Fields[s.visible+i].Name; name != "" {
			d.SetStr(t, name, h)
		}
	}
	return NewTuple(v.p.typ.Value(), NewTuple(NewTuple(x.items...).Value(), d.Value()).Value()).Value(), nil
}

func (s *StructSeqType) replace(t *Thread, v Value, args Args) (Value, *Exc) {
	if args.Len() > 0 {
		return Value{}, t.TypeErr("__replace__() takes no positional arguments")
	}
	if s.n != len(s.names) {
		return Value{}, t.TypeErr("__replace__() is not supported for %s because it has unnamed field(s)", s.Type.name)
	}
	vals := make([]Value, s.n)
	for i := range vals {
		vals[i] = s.Field(v, i)
	}
	var bad []Value
next:
	for i := 0; i < args.NumKw(); i++ {
		k, x := args.Kw(i)
		for j, name := range s.names {
			if name == k.s {
				vals[s.at[j]] = x
				continue next
			}
		}
		bad = append(bad, k.Value())
	}
	if bad != nil {
		r, err := t.Repr(NewList(bad).Value())
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.TypeErr("Got unexpected field name(s): %s", r.s)
	}
	return s.New(vals...), nil
}
