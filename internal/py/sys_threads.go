package py

// threadFrames reads what the interpreter's threads do just now. A thread that
// runs native code for long is left out.
func (t *Thread) threadFrames() []ThreadStack {
	return t.interp.Stacks(t, t.interp.Threads(), onlyFrame)
}

// sysCurrentFrames is sys._current_frames().
func sysCurrentFrames(t *Thread, _ Value) (Value, *Exc) {
	d := NewDict()
	for _, s := range t.threadFrames() {
		if s.frame == nil {
			continue
		}
		if err := d.Set(t, Int64(int64(s.Thread.id)), s.frame.Value()); err != nil {
			return Value{}, err
		}
	}
	return d.Value(), nil
}

// sysCurrentExceptions is sys._current_exceptions().
func sysCurrentExceptions(t *Thread, _ Value) (Value, *Exc) {
	d := NewDict()
	for _, s := range t.threadFrames() {
		if s.Late || s.frame == nil {
			continue
		}
		exc := None
		if s.handled != nil {
			exc = s.handled.Value()
		}
		if err := d.Set(t, Int64(int64(s.Thread.id)), exc); err != nil {
			return Value{}, err
		}
	}
	return d.Value(), nil
}
