package py

// builtinsView stands for a __builtins__ that is not a dict: names that are not
// globals are asked of the mapping, item by item. It is an empty dict of a type
// of its own, so that the inline caches for builtins never hold for it.
type builtinsView struct {
	Dict
	mapping Value
}

var builtinsViewType = new(Type)

func newBuiltinsView(mapping Value) *Dict {
	v := &builtinsView{mapping: mapping}
	v.typ, v.shape = builtinsViewType, builtinsViewType.root.id
	return &v.Dict
}

// builtinsValue is the object that code sees as its __builtins__.
func builtinsValue(b *Dict) Value {
	if b.typ == builtinsViewType {
		return (*builtinsView)(b.Value().ptr()).mapping
	}
	return b.Value()
}

// builtinNamed looks a name up in the builtins of some code; the zero Value is
// for one that is not there.
func (t *Thread) builtinNamed(b *Dict, name *Str) (Value, *Exc) {
	if b.shape == shDict {
		return b.lookup(name), nil
	}
	v, err := t.GetItem(builtinsValue(b), name.Value())
	if err != nil && err.Is(KeyError) {
		return Value{}, nil
	}
	return v, err
}

func init() {
	RegisterType(TypeSpec{Type: builtinsViewType, Name: "builtins_view", Flags: FlagNoNew, Base: DictType, Layout: LayoutOf[builtinsView]()})
}
