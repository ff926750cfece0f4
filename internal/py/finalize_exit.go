package py

import (
	"cmp"
	"runtime"
	"slices"
)

// finalizeAll finalizes what is still alive when the interpreter ends: objects
// with __del__, suspended generators, open files. What the main module's names
// refer to comes first, in the order of the names, then the other objects with
// a __del__ in Python in the order in which they were made, at last the native
// ones, the newest first, so that a file's buffers are flushed before the file
// is closed. The standard streams are left open.
func (t *Thread) finalizeAll() *Exc {
	set := &t.interp.runtime.finalizers
	if err := t.interp.runPending(t); err != nil {
		return err
	}
	spared, err := t.standardStreams()
	if err != nil {
		return err
	}
	// A finalizer may make new objects; a few rounds must do.
	for round := 0; round < 4; round++ {
		type object struct {
			v    Value
			w    watched
			rank int
		}
		names := t.mainOrder()
		var all []object
		set.mu.Lock()
		for k, w := range set.live {
			h := k.Value()
			if h == nil || slices.Contains(spared, Value{h, 0}) {
				continue
			}
			o := object{Value{h, 0}, w, len(names)}
			if i, ok := names[Value{h, 0}]; ok {
				o.rank = i
			} else if del := h.typ.slots.Del; h.typ.flags&FlagHeap == 0 && del != nil && h.typ != GeneratorType && h.typ != CoroutineType && h.typ != AsyncGenType {
				o.rank++
			}
			all = append(all, o)
		}
		set.mu.Unlock()
		if len(all) == 0 {
			return nil
		}
		slices.SortFunc(all, func(a, b object) int {
			if a.rank != b.rank {
				return cmp.Compare(a.rank, b.rank)
			}
			if a.rank > len(names) {
				return cmp.Compare(b.w.seq, a.w.seq)
			}
			return cmp.Compare(a.w.seq, b.w.seq)
		})
		for _, o := range all {
			if !set.take(o.v) {
				continue
			}
			runtime.SetFinalizer(o.v.p, nil)
			if o.w.need == nil || o.w.need(o.v) {
				o.w.run(t, o.v)
			}
		}
		if err := t.interp.runPending(t); err != nil {
			return err
		}
	}
	return nil
}

// mainOrder numbers the values of the main module's names.
func (t *Thread) mainOrder() map[Value]int {
	m, ok := ToModule(t.loadedModule(InternStr("__main__")))
	if !ok {
		return nil
	}
	order := map[Value]int{}
	for p := 0; ; {
		_, v, next, ok := m.dict.EntryAt(t, p)
		if !ok {
			return order
		}
		p = next
		if _, known := order[v]; !known {
			order[v] = len(order)
		}
	}
}

// standardStreams lists the standard streams with their buffers and files.
func (t *Thread) standardStreams() ([]Value, *Exc) {
	var all []Value
	for _, n := range [...]string{"stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"} {
		v := t.SysGet(n)
		for _, part := range [...]string{"", "buffer", "raw"} {
			if part != "" {
				var err *Exc
				if v, err = t.GetAttrOpt(v, InternStr(part)); err != nil && !err.Is(Exception) {
					return nil, err
				}
			}
			if v.p == nil || v.IsNone() {
				break
			}
			all = append(all, v)
		}
	}
	return all, nil
}
