package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// overlay holds the variables of an inlined comprehension while its body is
// compiled; they hide those of the block around it.
type overlay struct {
	scope *symtab.Scope
	vars  map[string]access
}

type accessKind uint8

const (
	accLocal      accessKind = iota // register reg
	accCell                         // cell in register reg
	accFree                         // free cell idx
	accGlobal                       // globals, then builtins
	accName                         // namespace, globals, builtins
	accClassFree                    // class body: namespace, then free cell idx
	accDictFree                     // annotation scope in a class: __classdict__, then free cell idx
	accDictGlobal                   // the same, then globals
)

// access tells how code reaches a variable.
type access struct {
	kind accessKind
	reg  reg
	idx  int32
	name string // mangled
}

// lookup finds out how the current block reaches name.
func (u *unit) lookup(name string) access {
	name = u.scope.Mangle(name)
	for i := len(u.overlays) - 1; i >= 0; i-- {
		if a, ok := u.overlays[i].vars[name]; ok {
			return a
		}
	}
	inlined := len(u.overlays) > 0
	sym := u.scope.Lookup(name)
	if inlined {
		own := u.overlays[len(u.overlays)-1].scope.Lookup(name)
		outerVar := sym != nil && !sym.Inlined && (sym.Place == symtab.Local || sym.Place == symtab.Cell) && u.scope.FunctionLike()
		if own != nil && !(own.Place == symtab.Free && outerVar) && !(own.Place == symtab.Local && own.Inlined) {
			sym = own
		}
	}
	a := access{name: name}
	place := symtab.GlobalImplicit
	if sym != nil {
		place = sym.Place
	}
	switch place {
	case symtab.Local:
		if !u.scope.FunctionLike() {
			a.kind = accName
			break
		}
		a.kind = accLocal
		a.reg = u.addVar(name)
	case symtab.Cell:
		a.kind, a.reg = accCell, u.cellRegs[name]
	case symtab.Free:
		a.kind, a.idx = accFree, u.freeIndex(name)
		if !inlined {
			if u.scope.Kind == symtab.Class {
				a.kind = accClassFree
			} else if u.scope.CanSeeClassScope {
				a.kind = accDictFree
			}
		}
	case symtab.GlobalExplicit:
		a.kind = accGlobal
	default:
		switch {
		case u.scope.FunctionLike():
			a.kind = accGlobal
			if u.scope.CanSeeClassScope {
				a.kind = accDictGlobal
			}
		case inlined && u.scope.Kind == symtab.Class:
			a.kind = accGlobal // the class's own names are out of sight
		default:
			a.kind = accName
		}
	}
	return a
}

// freeIndex is the number of a free variable. The table lists all of them; a
// name that it lacks is added, so that broken input cannot crash the compiler.
func (u *unit) freeIndex(name string) int32 {
	i, ok := u.freeIdx[name]
	if !ok {
		i = int32(len(u.freeVars))
		u.freeIdx[name] = i
		u.freeVars = append(u.freeVars, name)
	}
	return i
}

// loadName reads a variable. A plain local asked for anywhere stays where it is.
func (c *compiler) loadName(name string, want reg) reg {
	return c.load(c.u.lookup(name), want)
}

func (c *compiler) load(a access, want reg) reg {
	u := c.u
	if a.kind == accLocal {
		u.emit(bytecode.CheckVar, 0, a.reg, 0, u.extraName(a.name))
		if want == anywhere {
			return a.reg
		}
		dst := u.place(want)
		u.move(dst, a.reg)
		return dst
	}
	dst := u.place(want)
	switch a.kind {
	case accCell:
		u.emit(bytecode.LoadCell, 0, dst, a.reg, u.extraName(a.name))
	case accFree:
		u.emit(bytecode.LoadFree, 0, dst, a.idx, 0)
	case accGlobal:
		u.emit(bytecode.LoadGlobal, 0, dst, u.nameIndex(a.name), 0)
	case accName:
		u.emit(bytecode.LoadName, 0, dst, u.nameIndex(a.name), 0)
	case accClassFree:
		// The value must be built in a temporary: the instruction reads it too.
		mark := u.top
		t, d := u.push(), u.push()
		u.emit(bytecode.LoadLocals, 0, d, 0, 0)
		u.emit(bytecode.LoadFreeCell, 0, t, a.idx, 0)
		u.emit(bytecode.LoadFromDictOr, 0, t, d, u.extraName(a.name))
		u.move(dst, t)
		u.top = mark
	case accDictFree, accDictGlobal:
		mark := u.top
		t, d := u.push(), u.push()
		c.load(u.classDict(), d)
		f := uint8(1)
		if a.kind == accDictFree {
			f = 0
			u.emit(bytecode.LoadFreeCell, 0, t, a.idx, 0)
			u.emit(bytecode.LoadFromDictOr, f, t, d, u.extraName(a.name))
		} else {
			u.emit(bytecode.LoadFromDictOr, f, t, d, u.name16(a.name))
		}
		u.move(dst, t)
		u.top = mark
	}
	return dst
}

// classDict reaches the namespace of the class around an annotation scope.
func (u *unit) classDict() access {
	if r, ok := u.cellRegs["__classdict__"]; ok {
		return access{kind: accCell, reg: r, name: "__classdict__"}
	}
	return access{kind: accFree, idx: u.freeIndex("__classdict__"), name: "__classdict__"}
}

func (c *compiler) storeName(name string, r reg) { c.store(c.u.lookup(name), r) }

func (c *compiler) store(a access, r reg) {
	u := c.u
	switch a.kind {
	case accLocal:
		u.move(a.reg, r)
	case accCell:
		u.emit(bytecode.StoreCell, 0, a.reg, r, 0)
	case accFree, accClassFree, accDictFree:
		u.emit(bytecode.StoreFree, 0, r, a.idx, 0)
	case accGlobal, accDictGlobal:
		u.emit(bytecode.StoreGlobal, 0, r, u.nameIndex(a.name), 0)
	case accName:
		u.emit(bytecode.StoreName, 0, r, u.nameIndex(a.name), 0)
	}
}

func (c *compiler) deleteName(name string) {
	u := c.u
	a := u.lookup(name)
	switch a.kind {
	case accLocal:
		u.emit(bytecode.DeleteVar, 0, a.reg, 0, u.extraName(a.name))
	case accCell:
		u.emit(bytecode.DeleteCell, 0, a.reg, 0, u.extraName(a.name))
	case accFree, accClassFree, accDictFree:
		u.emit(bytecode.DeleteFree, 0, 0, a.idx, 0)
	case accGlobal, accDictGlobal:
		u.emit(bytecode.DeleteGlobal, 0, 0, u.nameIndex(a.name), 0)
	case accName:
		u.emit(bytecode.DeleteName, 0, 0, u.nameIndex(a.name), 0)
	}
}

// unbind makes a variable unset whatever it was (the end of "except ... as").
func (c *compiler) unbind(name string) {
	u := c.u
	a := u.lookup(name)
	if a.kind == accLocal {
		u.emit(bytecode.Clear, 0, a.reg, 0, 0)
		return
	}
	mark := u.top
	t := u.push()
	u.loadConst(t, bytecode.None{})
	c.store(a, t)
	u.top = mark
	c.deleteName(name)
}

// notDebug checks that name may be bound.
func (c *compiler) notDebug(name string, pos syntax.Pos, ctx syntax.ExprContext) {
	if name == "__debug__" {
		switch ctx {
		case syntax.Store:
			c.errorf(pos, "cannot assign to __debug__")
		case syntax.Del:
			c.errorf(pos, "cannot delete __debug__")
		}
	}
}

// closureCell puts the cell of a variable, which an inner block closes over,
// into dst.
func (c *compiler) closureCell(name string, dst reg) {
	u := c.u
	for i := len(u.overlays) - 1; i >= 0; i-- {
		if a, ok := u.overlays[i].vars[name]; ok && a.kind == accCell {
			u.emit(bytecode.Move, 0, dst, a.reg, 0)
			return
		}
	}
	// In a class, a name can be both a class variable and free in a method.
	if r, ok := u.cellRegs[name]; ok {
		if sym := u.scope.Lookup(name); sym == nil || sym.Place == symtab.Cell && !sym.Inlined || name == "__class__" || name == "__classdict__" {
			u.emit(bytecode.Move, 0, dst, r, 0)
			return
		}
	}
	u.emit(bytecode.LoadFreeCell, 0, dst, u.freeIndex(name), 0)
}
