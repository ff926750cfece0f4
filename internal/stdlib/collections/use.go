package collections

import "github.com/coachwhip/coachwhip/internal/py"

// Deque is the deque for other native modules.
type Deque = deque

// NewDeque makes an empty deque without bound.
func NewDeque() *Deque { return newDeque(-1) }

// ToDeque returns v as a deque if it is exactly that, and no subclass.
func ToDeque(v py.Value) (*Deque, bool) {
	if v.Type() == dequeType {
		return asDeque(v), true
	}
	return nil, false
}

// Value returns the deque as a value.
func (d *deque) Value() py.Value { return d.value() }

// Len counts the items.
func (d *deque) Len(t *py.Thread) int { return d.length(t) }

// Append adds an item at the end.
func (d *deque) Append(t *py.Thread, v py.Value) *py.Exc { return d.append(t, v) }

// PopLeft removes the first item; ok is false when there is none.
func (d *deque) PopLeft(t *py.Thread) (v py.Value, ok bool) {
	d.Lock(t)
	if ok = d.n > 0; ok {
		v = d.popFront()
	}
	d.Unlock(t)
	return v, ok
}
