package py

import (
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// The variables of a frame, wherever they are at the moment: in registers, in
// cells, in a suspended generator, or in the frame object after the end.

// registers returns the frame's registers that hold variables.
func (f *Frame) registers() []Value {
	n := f.fn.code.clearTo
	switch {
	case f.fr != nil:
		return unsafe.Slice((*Value)(f.fr.regs), n)
	case f.gen != nil && f.gen.regs != nil:
		return f.gen.regs[1 : 1+n]
	}
	return f.vars
}

// place is where the variable in register r has its value.
func place(regs []Value, r int, cell bool) *Value {
	if r >= len(regs) {
		return nil
	}
	v := &regs[r]
	if cell && v.p != nil && v.p.shape == shCell {
		return &asCell(*v).v
	}
	return v
}

// optimized tells whether the frame keeps its variables in registers.
func (f *Frame) optimized() bool { return f.fn.code.bc.Flags&bytecode.FlagOptimized != 0 }

// eachVar calls visit with every variable of the frame, bound or not (an
// unbound one holds nil), until it returns false.
func (f *Frame) eachVar(visit func(name *Str, v *Value) bool) {
	code, bc := f.fn.code, f.fn.code.bc
	regs := f.registers()
	hidden := map[string]*Value{}
	for _, h := range bc.Hidden {
		if h.Reg < len(regs) && regs[h.Reg].p != nil {
			hidden[h.Name] = place(regs, h.Reg, h.Cell)
		}
	}
	show := func(name *Str, v *Value) bool {
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
			if i < len(f.fn.closure) && !show(n, &f.fn.closure[i].v) {
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
func (f *Frame) varPlace(name string) *Value {
	var p *Value
	f.eachVar(func(n *Str, v *Value) bool {
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
	if p := f.varPlace(name.s); p != nil {
		return *p
	}
	return Value{}
}

// localNames lists the names of the local variables that are bound.
func (f *Frame) localNames(t *Thread) []string {
	var names []string
	if d, ok := ToDict(f.locals); ok && !f.optimized() {
		for p := 0; ; {
			k, _, next, ok := d.Next(p)
			if !ok {
				break
			}
			p = next
			if s, ok := ToStr(k); ok {
				names = append(names, s.s)
			}
		}
	}
	f.eachVar(func(n *Str, v *Value) bool {
		if v.p != nil {
			names = append(names, n.s)
		}
		return true
	})
	return names
}

// snapshot returns a new dict of the frame's bound variables and of what was
// added through f_locals.
func (f *Frame) snapshot() *Dict {
	d := NewDict()
	f.eachVar(func(n *Str, v *Value) bool {
		if v.p != nil {
			d.setStr(n, *v)
		}
		return true
	})
	if f.extra != nil {
		for p := 0; ; {
			e, next, ok := f.extra.nextEntry(p)
			if !ok {
				break
			}
			p = next
			if s, ok := ToStr(e.key); ok {
				d.setStr(s, e.val)
			} else {
				d.insert(e.key, e.hash, e.val)
			}
		}
	}
	return d
}

// frameLocalsDict is locals() for code that keeps its variables in registers:
// a new dict each time (PEP 667).
func (t *Thread) frameLocalsDict(fr *frame) *Dict {
	if fr.obj != nil {
		return fr.obj.snapshot()
	}
	f := Frame{fr: fr, fn: fr.fn(), gen: fr.gen}
	return f.snapshot()
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
func (fr *frame) comprehensionLocals() *Dict {
	d := NewDict()
	if ns := *(*Value)(fr.regs); ns.p == &fr.fn().globals.Header {
		d = fr.fn().globals.Copy()
	}
	f := Frame{fr: fr, fn: fr.fn()}
	f.eachVar(func(n *Str, v *Value) bool {
		if v.p != nil {
			d.setStr(n, *v)
		}
		return true
	})
	return d
}
