package host

// FIFOs is what a host's Files may offer besides: to open a FIFO without waiting
// for its other end in a system call.
type FIFOs interface {
	// TryFIFO opens a FIFO that flags open for reading or for writing, in
	// non-blocking mode. It returns -1 without an error while a FIFO to write to
	// has no reader, and ok = false when it is no such FIFO or flags ask for
	// something else; then nothing was opened.
	TryFIFO(dirfd int, path string, flags, mode int) (fd int, ok bool, err error)
	// HasWriter tells whether a FIFO opened so for reading has, or has had, a writer.
	HasWriter(fd int) (bool, error)
}
