//go:build linux || darwin

package host

import "golang.org/x/sys/unix"

// monotonicBase is the system's monotonic clock, so that readings of different
// processes compare.
func monotonicBase() int64 {
	var ts unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts); err != nil {
		return 0
	}
	return ts.Nano()
}

func clockNs(id int32) (int64, error) {
	var ts unix.Timespec
	if err := unix.ClockGettime(id, &ts); err != nil {
		return 0, wrap(err)
	}
	return ts.Nano(), nil
}

func (*realClock) ProcessCPU() (int64, error) { return clockNs(unix.CLOCK_PROCESS_CPUTIME_ID) }

func (*realClock) ThreadCPU() (int64, error) { return clockNs(unix.CLOCK_THREAD_CPUTIME_ID) }

func (*realClock) Get(clock int) (Time, error) {
	var ts unix.Timespec
	if err := unix.ClockGettime(int32(clock), &ts); err != nil {
		return Time{}, wrap(err)
	}
	return timeOf(ts), nil
}

// clockOS is what alarms stand on.
type clockOS struct{ poller *poller }
