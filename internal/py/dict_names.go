package py

// Dicts used as namespaces, by natives that hold no lock. lookup (see peek.go)
// is their counterpart for reading.

// put sets the value of an exact str key.
func (d *Dict) put(k *Str, v Value) {
	d.lockNow()
	d.setStr(k, v)
	d.unlock()
}

// drop removes a str key and tells whether it was there.
func (d *Dict) drop(k *Str) bool {
	d.lockNow()
	ok := d.delStr(k)
	d.unlock()
	return ok
}

// putNew sets the value of an exact str key that has none yet, and returns
// which it has then.
func (d *Dict) putNew(k *Str, v Value) Value {
	d.lockNow()
	defer d.unlock()
	if old := d.getStr(k); old.p != nil {
		return old
	}
	d.setStr(k, v)
	return v
}

// size is the number of entries of a dict that other threads may change.
func (d *Dict) size(t *Thread) int {
	if raceEnabled {
		d.Lock(t)
		defer d.Unlock(t)
	}
	return d.used
}

// size is the number of elements of a set that other threads may change.
func (s *Set) size(t *Thread) int {
	if raceEnabled {
		s.Lock(t)
		defer s.Unlock(t)
	}
	return s.used
}

// changes counts the structural changes of a dict that other threads may change.
func (d *Dict) changes(t *Thread) uint32 {
	if raceEnabled {
		d.Lock(t)
		defer d.Unlock(t)
	}
	return d.mutations
}
