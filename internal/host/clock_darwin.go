package host

// Resolution answers what the system's own call does: a microsecond for the
// wall clock, a nanosecond for those made for measuring.
func (c *realClock) Resolution(clock int) (Time, error) {
	if _, err := c.Get(clock); err != nil {
		return Time{}, err
	}
	if clock == 0 {
		return Time{0, 1000}, nil
	}
	return Time{0, 1}, nil
}
