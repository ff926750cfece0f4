package host

import "golang.org/x/sys/unix"

func (*realClock) Resolution(clock int) (Time, error) {
	var ts unix.Timespec
	if err := unix.ClockGetres(int32(clock), &ts); err != nil {
		return Time{}, wrap(err)
	}
	return timeOf(ts), nil
}
