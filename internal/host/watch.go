package host

// Watch is a wait for a descriptor that costs no system thread. See
// Files.Watch.
type Watch struct {
	Fd     int
	Events int16 // what is waited for, as in PollFd
	// Fire is called once, when one of Events, an error or a hang-up is there,
	// or when the descriptor was closed. It is called with a lock held, must
	// not wait and must not call Watch or Unwatch.
	Fire func()

	prev, next *Watch
	on         bool
}

// Alarm calls a function at a time, which can be set over and over.
type Alarm interface {
	// Set replaces the time, in nanoseconds of the monotonic clock.
	Set(at int64)
	// Stop makes sure that the function is not called any more until the next Set.
	Stop()
}

// errAgain and errNotSup are answers so frequent that they are made once.
var (
	errAgain  = NewError(EAGAIN)
	errNotSup = NewError(ENOTSUP)
)

func (noFiles) ReadNow(fd int, p []byte) (int, error)  { return 0, errNotSup }
func (noFiles) WriteNow(fd int, p []byte) (int, error) { return 0, errNotSup }
func (noFiles) Watch(w *Watch) error                   { return noSys() }
func (noFiles) Unwatch(w *Watch) bool                  { return false }
func (noFiles) FireReady()                             {}
