package py

import (
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// How long opening a FIFO waits before it looks again for the other end.
const (
	fifoFirst = time.Millisecond
	fifoMost  = 25 * time.Millisecond
)

// OpenFile opens a file; the exception is what a signal handler raised. Of a
// FIFO it waits for the other end, where the host lets it without a thread of
// the system's.
func (t *Thread) OpenFile(dirfd int, path string, flags, mode int) (fd int, err error, exc *Exc) {
	fs := t.interp.opts.Host.Files
	fifos, _ := fs.(host.FIFOs)
	fifo := false
	err, exc = t.Retry(func() (e error) {
		if fifos != nil {
			if fd, fifo, e = fifos.TryFIFO(dirfd, path, flags, mode); fifo {
				return e
			}
		}
		fd, e = fs.Open(dirfd, path, flags, mode)
		return e
	})
	if !fifo || err != nil || exc != nil {
		return fd, err, exc
	}
	write := fd < 0 || flags&(host.O_WRONLY|host.O_RDWR) != 0
	for delay := fifoFirst; ; delay = min(2*delay, fifoMost) {
		ready := fd >= 0
		if ready && !write {
			ready, err = fifos.HasWriter(fd)
		}
		if ready && err == nil {
			err = fs.SetBlocking(fd, true)
		}
		if ready || err != nil {
			break
		}
		t.BlockingFor(WaitIO, nil, func() {
			timer := time.NewTimer(delay)
			defer timer.Stop()
			select {
			case <-timer.C:
			case <-t.Wakeup():
			}
		})
		if exc = t.Poll(); exc != nil {
			break
		}
		if fd < 0 {
			err, exc = t.Retry(func() (e error) {
				if fd, fifo, e = fifos.TryFIFO(dirfd, path, flags, mode); !fifo {
					fd, e = fs.Open(dirfd, path, flags, mode) // something else has its name now
				}
				return e
			})
			if err != nil || exc != nil || !fifo {
				break
			}
		}
	}
	if (err != nil || exc != nil) && fd >= 0 {
		if cerr := fs.Close(fd); err == nil {
			err = cerr
		}
		fd = -1
	}
	return fd, err, exc
}
