package symtab

import "sort"

// analyze resolves every name, block by block from the outside in, and hands
// free names back from the inside out.
func (b *builder) analyze() { b.block(b.top, nil) }

// bound tells how name looks from inside s: bound in an enclosing function
// (owner not nil), declared global by one (global), or neither.
func bound(s *Scope, name string) (owner *Scope, global bool) {
	for p := s; p != nil; p = p.Parent {
		if p.Kind == Class {
			if name == "__class__" || name == "__classdict__" {
				return p, false
			}
			continue
		}
		if !p.FunctionLike() {
			continue
		}
		if sym := p.Lookup(name); sym != nil && !sym.Inlined {
			switch {
			case sym.Flags&DefGlobal != 0:
				return nil, true
			case sym.Flags&DefNonlocal != 0:
			case sym.Flags&DefBound != 0:
				return p, false
			}
		}
	}
	return nil, false
}

// resolve finds the place of one name of s. class is the class around s whose
// names s sees directly (annotation scopes), or nil.
func (b *builder) resolve(s *Scope, sym *Symbol, class *Scope) {
	flags := sym.Flags
	fail := func(format string, args ...any) {
		b.fail(Syntaxf(s.directives[sym.Name], format, args...))
	}
	if flags&DefGlobal != 0 {
		if flags&DefNonlocal != 0 {
			fail("name '%s' is nonlocal and global", sym.Name)
		}
		sym.Place = GlobalExplicit
		return
	}
	if flags&DefNonlocal != 0 {
		if s.Parent == nil {
			fail("nonlocal declaration not allowed at module level")
			return
		}
		owner, _ := bound(s.Parent, sym.Name)
		if owner == nil {
			fail("no binding for nonlocal '%s' found", sym.Name)
			return
		}
		if o := owner.Lookup(sym.Name); o != nil && o.Flags&DefTypeParam != 0 {
			fail("nonlocal binding not allowed for type parameter '%s'", sym.Name)
			return
		}
		sym.Place = Free
		s.HasFree = true
		return
	}
	if flags&DefBound != 0 {
		sym.Place = Local
		return
	}
	if class != nil {
		if c := class.Lookup(sym.Name); c != nil {
			if c.Flags&DefGlobal != 0 {
				sym.Place = GlobalExplicit
				return
			}
			if c.Flags&DefBound != 0 && c.Flags&DefNonlocal == 0 {
				sym.Place = GlobalImplicit
				return
			}
		}
	}
	owner, global := bound(s.Parent, sym.Name)
	switch {
	case owner != nil:
		sym.Place = Free
		s.HasFree = true
	case global:
		sym.Place = GlobalImplicit
	default:
		if s.Nested {
			s.HasFree = true
		}
		sym.Place = GlobalImplicit
	}
}

type nameSet map[string]struct{}

func (n *nameSet) add(name string) {
	if *n == nil {
		*n = nameSet{}
	}
	(*n)[name] = struct{}{}
}

func (n nameSet) has(name string) bool { _, ok := n[name]; return ok }

// block resolves s and the blocks inside it and returns the names that are
// free in them.
func (b *builder) block(s *Scope, class *Scope) nameSet {
	for i := range s.Symbols {
		b.resolve(s, &s.Symbols[i], class)
		if b.err != nil {
			return nil
		}
	}
	var free, inlinedCells nameSet
	for _, c := range s.allChildren {
		var seen *Scope
		if c.CanSeeClassScope {
			if s.Kind == Class {
				seen = s
			} else {
				seen = class
			}
		}
		c.CompInlined = c.Comp != NoComp && c.Comp != GenExp && !s.CanSeeClassScope
		childFree := b.block(c, seen)
		if b.err != nil {
			return nil
		}
		if c.CompInlined {
			s.takeIn(c, &childFree, &inlinedCells)
			s.Children = append(s.Children, c.Children...)
		} else {
			s.Children = append(s.Children, c)
		}
		for n := range childFree {
			free.add(n)
		}
		if c.HasFree || c.ChildFree {
			s.ChildFree = true
		}
	}
	if s.FunctionLike() {
		for i := range s.Symbols {
			sym := &s.Symbols[i]
			if sym.Inlined && free.has(sym.Name) {
				// Blocks inside mean the variable of a function around s, and
				// only the comprehension its own.
				*sym = Symbol{Name: sym.Name, Place: Free}
				continue
			}
			if sym.Place == Local && (free.has(sym.Name) || inlinedCells.has(sym.Name)) {
				if !free.has(sym.Name) && !sym.Inlined {
					// Only the comprehension's variable of that name is a cell.
					sym.Flags |= DefCompCell
					continue
				}
				sym.Place = Cell
				delete(free, sym.Name)
			}
		}
	} else if s.Kind == Class {
		if free.has("__class__") {
			s.NeedsClassClosure = true
			delete(free, "__class__")
		}
		if free.has("__classdict__") {
			s.NeedsClassDict = true
			delete(free, "__classdict__")
		}
	}
	for n := range inlinedCells {
		if sym := s.Lookup(n); sym != nil {
			sym.Flags |= DefCompCell
		}
	}
	if len(free) > 0 {
		names := make([]string, 0, len(free))
		for n := range free {
			names = append(names, n)
		}
		sort.Strings(names)
		for _, n := range names {
			if sym := s.Lookup(n); sym != nil {
				if s.Kind == Class || s.CanSeeClassScope {
					sym.Flags |= DefFreeClass
				}
				continue
			}
			s.index[n] = len(s.Symbols)
			s.Symbols = append(s.Symbols, Symbol{Name: n, Place: Free})
		}
	}
	for i := range s.Symbols {
		if s.Symbols[i].Place == Free && !s.Symbols[i].Inlined {
			free.add(s.Symbols[i].Name)
		}
	}
	return free
}

// takeIn merges the names of an inlined comprehension into s.
func (s *Scope) takeIn(comp *Scope, free, cells *nameSet) {
	for i := range comp.Symbols {
		c := comp.Symbols[i]
		if c.Flags&DefParam != 0 {
			continue
		}
		if c.Place == Cell || c.Flags&DefCompCell != 0 {
			cells.add(c.Name)
		}
		have := s.Lookup(c.Name)
		if have == nil {
			if c.Place == Free && s.Kind == Class && c.Name == "__class__" {
				// The class's own cell does not exist yet while its body runs.
				c.Place = GlobalImplicit
				delete(*free, c.Name)
				comp.Symbols[i].Place = GlobalImplicit
			}
			c.Inlined = c.Place == Local || c.Place == Cell || c.Inlined
			s.index[c.Name] = len(s.Symbols)
			s.Symbols = append(s.Symbols, c)
			continue
		}
		if have.Flags&DefBound != 0 && !have.Inlined && s.Kind != Class && !freeInChild(comp, c.Name) {
			delete(*free, c.Name)
		}
	}
}

func freeInChild(s *Scope, name string) bool {
	for _, c := range s.Children {
		if sym := c.Lookup(name); sym != nil && sym.Place == Free {
			return true
		}
	}
	return false
}
