package py

import "strconv"

// Exception groups (PEP 654).

var groupSpec = &TypeSpec{
	Doc: "A combination of multiple unrelated exceptions.", Layout: excLayout(),
	Slots: Slots{New: groupNew, Init: excInit, Str: func(t *Thread, v Value) (Value, *Exc) {
		e := asExc(v)
		m, err := t.StrOf(orNone(e.Field(groupMsg)))
		if err != nil {
			return Value{}, err
		}
		n := len(e.groupItems())
		return NewStr(m.s + " (" + strconv.Itoa(n) + " sub-exception" + plural(n) + ")").Value(), nil
	}},
	Methods: []MethodSpec{
		{Name: "__class_getitem__", Class: true, Sig: "object, /", Doc: "See PEP 585",
			Fn: Fn1(func(t *Thread, cls, arg Value) (Value, *Exc) { return NewGenericAlias(cls, arg), nil })},
		{Name: "derive", Sig: "object, /", Fn: Fn1(func(t *Thread, v, excs Value) (Value, *Exc) {
			return t.Call(BaseExceptionGroup.Value(), orNone(asExc(v).Field(groupMsg)), excs)
		})},
		{Name: "split", Sig: "object, /", Fn: Fn1(func(t *Thread, v, m Value) (Value, *Exc) {
			match, rest, err := t.splitGroup(v, m, true)
			if err != nil {
				return Value{}, err
			}
			return NewTuple(orNone(match), orNone(rest)).Value(), nil
		})},
		{Name: "subgroup", Sig: "object, /", Fn: Fn1(func(t *Thread, v, m Value) (Value, *Exc) {
			match, _, err := t.splitGroup(v, m, false)
			return orNone(match), err
		})},
	},
	Attrs: fieldMembers(BaseExceptionGroup, []excField{{"message", fieldReadOnly, "exception message"}, {"exceptions", fieldReadOnly, "nested exceptions"}}),
}

// IsGroup tells whether the exception is an exception group.
func (e *Exc) IsGroup() bool { return e.Is(BaseExceptionGroup) }

// groupItems returns the exceptions of a group.
func (e *Exc) groupItems() []Value {
	if tup, ok := ToTuple(e.Field(groupExcs)); ok {
		return tup.items
	}
	return nil
}

// isSequence is PySequence_Check: the type has item access and is no dict.
func isSequence(v Value) bool {
	tp := v.p.typ
	if tp.flags&FlagDictSubclass != 0 || tp == mappingProxyType {
		return false
	}
	return tp.slots.Item != nil || tp.flags&(FlagSequence|FlagStrSubclass) != 0 || tp.flags&FlagHeap != 0 && tp.slots.GetItem != nil
}

// IsSequence is PySequence_Check: v has item access by index and is no dict.
func IsSequence(v Value) bool { return isSequence(v) }

func groupNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	pos := args.Pos()
	if len(pos) != 2 {
		return Value{}, t.TypeErr("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(pos))
	}
	if _, ok := ToStr(pos[0]); !ok {
		return Value{}, t.TypeErr("BaseExceptionGroup.__new__() argument 1 must be str, not %s", argTypeName(pos[0]))
	}
	if !isSequence(pos[1]) {
		return Value{}, t.TypeErr("second argument (exceptions) must be a sequence")
	}
	items, err := t.Items(pos[1])
	if err != nil {
		return Value{}, err
	}
	if len(items) == 0 {
		return Value{}, t.ValueErr("second argument (exceptions) must be a non-empty sequence")
	}
	nested := false
	for i, x := range items {
		e, ok := ToExc(x)
		if !ok {
			return Value{}, t.ValueErr("Item %d of second argument (exceptions) is not an exception", i)
		}
		nested = nested || !e.Is(Exception)
	}
	switch cls {
	case BaseExceptionGroup:
		if !nested {
			cls = ExceptionGroup
		}
	case ExceptionGroup:
		if nested {
			return Value{}, t.TypeErr("Cannot nest BaseExceptions in an ExceptionGroup")
		}
	default:
		if nested && cls.IsSubtype(Exception) {
			return Value{}, t.TypeErr("Cannot nest BaseExceptions in '%s'", cls.name)
		}
	}
	e := allocExc(t, cls)
	e.args = NewTuple(pos...)
	e.SetField(groupMsg, pos[0])
	e.SetField(groupExcs, newTupleOwned(items).Value())
	return e.Value(), nil
}

// newGroup is the group that the evaluator puts around exceptions.
func (t *Thread) newGroup(items []Value) (*Exc, *Exc) {
	v, err := t.Call(BaseExceptionGroup.Value(), emptyStr.Value(), NewList(items).Value())
	if err != nil {
		return nil, err
	}
	e, ok := ToExc(v)
	if !ok {
		return nil, t.TypeErr("BaseExceptionGroup() returned a non-exception")
	}
	return e, nil
}

// groupMatcher decides which exceptions a split takes.
type groupMatcher func(t *Thread, v Value) (bool, *Exc)

func (t *Thread) groupMatcher(m Value) (groupMatcher, *Exc) {
	isExcType := func(v Value) bool {
		tp, ok := ToType(v)
		return ok && tp.flags&FlagExcSubclass != 0
	}
	byType := func(t *Thread, v Value) (bool, *Exc) { return t.excMatch(v, m) }
	if isExcType(m) {
		return byType, nil
	}
	if tup, ok := ToTuple(m); ok {
		all := true
		for _, x := range tup.items {
			all = all && isExcType(x)
		}
		if all {
			return byType, nil
		}
	} else if _, isType := ToType(m); !isType && m.p.typ.slots.Call != nil {
		return func(t *Thread, v Value) (bool, *Exc) {
			r, err := t.Call(m, v)
			if err != nil {
				return false, err
			}
			return t.Truth(r)
		}, nil
	}
	return nil, t.TypeErr("expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

// splitGroup is split (wantRest) and subgroup: the parts are nil when empty.
func (t *Thread) splitGroup(v, m Value, wantRest bool) (match, rest Value, err *Exc) {
	f, err := t.groupMatcher(m)
	if err != nil {
		return Value{}, Value{}, err
	}
	return t.splitExc(v, f, wantRest)
}

func (t *Thread) splitExc(v Value, f groupMatcher, wantRest bool) (match, rest Value, err *Exc) {
	ok, err := f(t, v)
	if err != nil {
		return Value{}, Value{}, err
	}
	if ok {
		return v, Value{}, nil
	}
	e := asExc(v)
	if !e.IsGroup() {
		if wantRest {
			rest = v
		}
		return Value{}, rest, nil
	}
	if err := t.EnterRecursive(" in exceptiongroup_split_recursive"); err != nil {
		return Value{}, Value{}, err
	}
	defer t.LeaveRecursive()
	var in, out []Value
	for _, x := range e.groupItems() {
		m, r, err := t.splitExc(x, f, wantRest)
		if err != nil {
			return Value{}, Value{}, err
		}
		if m.p != nil {
			in = append(in, m)
		}
		if r.p != nil {
			out = append(out, r)
		}
	}
	if match, err = t.groupSubset(e, in); err != nil {
		return Value{}, Value{}, err
	}
	if wantRest {
		if rest, err = t.groupSubset(e, out); err != nil {
			return Value{}, Value{}, err
		}
	}
	return match, rest, nil
}

// groupSubset makes the group that holds some of orig's exceptions, with
// orig's traceback, context, cause and notes; nil for none.
func (t *Thread) groupSubset(orig *Exc, items []Value) (Value, *Exc) {
	if len(items) == 0 {
		return Value{}, nil
	}
	v, err := t.CallMethodS(orig.Value(), "derive", NewList(items).Value())
	if err != nil {
		return Value{}, err
	}
	e, ok := ToExc(v)
	if !ok || !e.IsGroup() {
		return Value{}, t.TypeErr("derive must return an instance of BaseExceptionGroup")
	}
	if orig.tb != nil {
		e.tb = orig.tb
	}
	e.context = orig.context
	e.cause, e.suppress = orig.cause, true
	notes, err := t.GetAttrOpt(orig.Value(), strNotes)
	if err != nil {
		return Value{}, err
	}
	if notes.p != nil && isSequence(notes) {
		// Each part has a list of its own, so that a note added to one does
		// not show up on the other.
		l, err := t.Items(notes)
		if err != nil {
			return Value{}, err
		}
		if err := t.SetAttr(v, strNotes, NewList(l).Value()); err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

// excGroupMatch splits e by the classes m of an except* clause: a[0] becomes
// what is left, a[1] the group that matches; either may be None.
func (t *Thread) excGroupMatch(a *Value, e, m Value) *Exc {
	classes := []Value{m}
	if tup, ok := ToTuple(m); ok {
		classes = tup.items
	}
	for _, c := range classes {
		if tp, ok := ToType(c); !ok || tp.flags&FlagExcSubclass == 0 {
			return t.TypeErr(notExcText)
		}
	}
	for _, c := range classes {
		if asType(c).IsSubtype(BaseExceptionGroup) {
			return t.TypeErr("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	if e.IsNone() {
		*a, *a.at(1) = None, None
		return nil
	}
	ok, err := t.excMatch(e, m)
	if err != nil {
		return err
	}
	x := asExc(e)
	switch {
	case ok && x.IsGroup():
		*a, *a.at(1) = None, e
	case ok:
		g, err := t.newGroup([]Value{e})
		if err != nil {
			return err
		}
		*a, *a.at(1) = None, g.Value()
	case x.IsGroup():
		r, err := t.CallMethodS(e, "split", m)
		if err != nil {
			return err
		}
		pair, ok := ToTuple(r)
		if !ok {
			return t.TypeErr("%s.split must return a tuple, not %s", e.p.typ.name, r.p.typ.name)
		}
		if len(pair.items) < 2 {
			return t.TypeErr("%s.split must return a 2-tuple, got tuple of size %d", e.p.typ.name, len(pair.items))
		}
		*a, *a.at(1) = pair.items[1], pair.items[0]
	default:
		*a, *a.at(1) = e, None
	}
	return nil
}

// sameMetadata tells whether x was split off orig rather than raised anew.
func sameMetadata(x, orig *Exc) bool {
	return x.tb == orig.tb && x.cause == orig.cause && x.context == orig.context
}

// collectLeaves adds the exceptions of v that are no groups.
func (t *Thread) collectLeaves(v Value, leaves map[*Header]bool) *Exc {
	if v.IsNone() {
		return nil
	}
	e := asExc(v)
	if !e.IsGroup() {
		leaves[v.p] = true
		return nil
	}
	if err := t.EnterRecursive(" in collect_exception_group_leaf_ids"); err != nil {
		return err
	}
	defer t.LeaveRecursive()
	for _, x := range e.groupItems() {
		if err := t.collectLeaves(x, leaves); err != nil {
			return err
		}
	}
	return nil
}

// prepReraiseStar decides what a try statement with except* raises at its end:
// list holds what the clauses raised and what none of them took.
func (t *Thread) prepReraiseStar(orig *Exc, list []Value) (Value, *Exc) {
	if len(list) == 0 {
		return None, nil
	}
	if !orig.IsGroup() {
		// The exception was wrapped for the one clause that took it, if any.
		for _, x := range list {
			if !x.IsNone() {
				return x, nil
			}
		}
		return None, nil
	}
	var raised []Value
	kept := map[*Header]bool{}
	for _, x := range list {
		if x.IsNone() {
			continue
		}
		if e := asExc(x); sameMetadata(e, orig) {
			if err := t.collectLeaves(x, kept); err != nil {
				return Value{}, err
			}
		} else {
			raised = append(raised, x)
		}
	}
	var again Value
	if len(kept) > 0 {
		var err *Exc
		again, _, err = t.splitExc(orig.Value(), func(t *Thread, v Value) (bool, *Exc) { return kept[v.p], nil }, false)
		if err != nil {
			return Value{}, err
		}
	}
	switch {
	case len(raised) == 0:
		return orNone(again), nil
	case again.p != nil:
		raised = append(raised, again)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	g, err := t.newGroup(raised)
	if err != nil {
		return Value{}, err
	}
	return g.Value(), nil
}
