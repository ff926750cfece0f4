package py

import (
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// The variables of a frame, wherever they are at the moment: in registers, in
// cells, in a suspended generator, or in the frame object after the end.

// registers returns the frame's registers that hold variables.
func (f *Frame) registers() []Value {
	n := f.code.clearTo
	switch {
	case f.fr != nil:
		return unsafe.Slice((*Value)(f.fr.regs), n)
	case f.gen != nil && f.gen.regs != nil:
		return f.gen.regs[1 : 1+n]
	}
	return f.vars
}

// variable is where a variable has its value: a register or a cell.
type variable struct {
	reg  *Value
	cell *Cell
}

func (v *variable) load(t *Thread) Value {
	if v.cell != nil {
		return v.cell.load(t)
	}
	return *v.reg
}

func (v *variable) set(t *Thread, x Value) {
	if v.cell != nil {
		v.cell.set(t, x)
	} else {
		*v.reg = x
	}
}

// place is where the variable in register r has its value.
func place(regs []Value, r int, cell bool) *variable {
	if r >= len(regs) {
		return nil
	}
	v := &regs[r]
	if cell && v.p != nil && v.p.shape == shCell {
		return &variable{cell: asCell(*v)}
	}
	return &variable{reg: v}
}

// optimized tells whether the frame keeps its variables in registers.
func (f *Frame) optimized() bool { return f.code.bc.Flags&bytecode.FlagOptimized != 0 }

// eachVar calls visit with every variable of the frame, bound or not (an
// unbound one holds nil), until it returns false.
func (f *Frame) eachVar(visit func(name *Str, v *variable) bool) {
	code, bc := f.code, f.code.bc
	regs := f.registers()
	hidden := map[string]*variable{}
	for _, h := range bc.Hidden {
		if h.Reg < len(regs) && regs[h.Reg].p != nil {
			hidden[h.Name] = place(regs, h.Reg, h.Cell)
		}
	}
	show := func(name *Str, v *variable) bool {
		if h := hidden[name.s]; h != nil {
			v = h
			hidden[name.s] = nil
		}
		return v == nil || visit(name, v)
	}
	if f.optimized() {
		seen := map[int]bool{}
		for i, r := range bc.VarRegs {
			cell := false
			for _, c := range bc.CellRegs {
				cell = cell || c == r
			}
			seen[r] = cell
			if !show(code.varNames[i], place(regs, r, cell)) {
				return
			}
		}
		for i, r := range bc.CellRegs {
			if !seen[r] && !show(code.cellVars[i], place(regs, r, true)) {
				return
			}
		}
		for i, n := range code.freeVars {
			if i < len(f.fn.closure) && !show(n, &variable{cell: f.fn.cell(i)}) {
				return
			}
		}
	}
	for _, h := range bc.Hidden {
		if v := hidden[h.Name]; v != nil {
			hidden[h.Name] = nil
			if !visit(InternStr(h.Name), v) {
				return
			}
		}
	}
}

// varPlace finds a variable by name, nil if the frame has none of it.
func (f *Frame) varPlace(name string) *variable {
	var p *variable
	f.eachVar(func(n *Str, v *variable) bool {
		if n.s == name {
			p = v
			return false
		}
		return true
	})
	return p
}

// lookup returns the value of a local variable, the zero Value if unbound.
func (f *Frame) lookup(t *Thread, name *Str) Value {
	if !f.optimized() {
		if f.locals.p == nil {
			return Value{}
		}
		v, err := t.lookupNamespace(f.locals, name)
		if err != nil {
			return Value{}
		}
		return v
	}
	v, _ := f.variable(t, name.s)
	return v
}

// variable returns the value of a variable of the activation; ok is false when
// it has none of that name.
func (f *Frame) variable(t *Thread, name string) (x Value, ok bool) {
	f.inspect(t, func() {
		if v := f.varPlace(name); v != nil {
			x, ok = v.load(t), true
		}
	})
	return x, ok
}

// setVariable changes a variable of the activation; false: it has none of that
// name.
func (f *Frame) setVariable(t *Thread, name string, x Value) (ok bool) {
	f.inspect(t, func() {
		if v := f.varPlace(name); v != nil {
			v.set(t, x)
			ok = true
		}
	})
	return ok
}

// localNames lists the names of the local variables that are bound.
func (f *Frame) localNames(t *Thread) []string {
	var names []string
	if d, ok := ToDict(f.locals); ok && !f.optimized() {
		for p := 0; ; {
			k, _, next, ok := d.EntryAt(t, p)
			if !ok {
				break
			}
			p = next
			if s, ok := ToStr(k); ok {
				names = append(names, s.s)
			}
		}
	}
	f.inspect(t, func() {
		f.eachVar(func(n *Str, v *variable) bool {
			if v.load(t).p != nil {
				names = append(names, n.s)
			}
			return true
		})
	})
	return names
}

// snapshot returns a new dict of the frame's bound variables and of what was
// added through f_locals.
func (f *Frame) snapshot(t *Thread) *Dict {
	d := NewDict()
	f.inspect(t, func() { f.copyVars(t, d) })
	if extra := peek(&f.extra); extra != nil {
		for _, e := range extra.snapshot(t) {
			if s, ok := ToStr(e.key); ok {
				d.setStr(s, e.val)
			} else {
				d.insert(e.key, e.hash, e.val)
			}
		}
	}
	return d
}

// copyVars puts the bound variables into a dict.
func (f *Frame) copyVars(t *Thread, d *Dict) {
	f.eachVar(func(n *Str, v *variable) bool {
		if x := v.load(t); x.p != nil {
			d.setStr(n, x)
		}
		return true
	})
}

// frameLocalsDict is locals() for code that keeps its variables in registers:
// a new dict each time (PEP 667).
func (t *Thread) frameLocalsDict(fr *frame) *Dict {
	if fr.obj != nil {
		return fr.obj.snapshot(t)
	}
	f := Frame{owner: t, fr: fr, fn: fr.fn(), code: fr.code, gen: fr.gen}
	return f.snapshot(t)
}

// hiddenBound tells whether a variable of an inlined comprehension is bound.
func (fr *frame) hiddenBound() bool {
	for _, h := range fr.code.bc.Hidden {
		if (*Value)(unsafe.Add(fr.regs, uintptr(h.Reg)*valueSize)).p != nil {
			return true
		}
	}
	return false
}

// comprehensionLocals is locals() inside an inlined comprehension of a module,
// whose namespace it includes, or of a class body, of which it sees nothing.
func (fr *frame) comprehensionLocals(t *Thread) *Dict {
	d := NewDict()
	if ns := *(*Value)(fr.regs); ns.p == &fr.fn().globals.Header {
		d = fr.fn().globals.CopyOf(t)
	}
	f := Frame{owner: t, fr: fr, fn: fr.fn(), code: fr.code}
	f.copyVars(t, d)
	return d
}
