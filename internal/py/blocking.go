package py

import "github.com/coachwhip/coachwhip/internal/host"

// Blocking runs f, which may wait for the operating system, while other threads
// may run Python code. f touches no Python object that another thread could
// change and runs no Python code.
func (t *Thread) Blocking(f func()) { f() }

func isInterrupted(err error) bool { return host.Errno(err) == host.EINTR }
