package host

import (
	"time"

	"golang.org/x/sys/unix"
)

// timers are the system's interval timers.
type timers struct{}

func (timers) SetTimer(which int, value, interval time.Duration) (time.Duration, time.Duration, error) {
	old, err := unix.Setitimer(unix.ItimerWhich(which), unix.Itimerval{Value: timevalOf(value), Interval: timevalOf(interval)})
	return durationOf(old.Value), durationOf(old.Interval), wrap(err)
}

func (timers) Timer(which int) (time.Duration, time.Duration, error) {
	t, err := unix.Getitimer(unix.ItimerWhich(which))
	return durationOf(t.Value), durationOf(t.Interval), wrap(err)
}

// timevalOf rounds up to a microsecond (NsecToTimeval does), because a timer of
// zero would be disarmed.
func timevalOf(d time.Duration) unix.Timeval { return unix.NsecToTimeval(int64(d)) }
