package py

import (
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

// Without reference counts a file that was opened for writing and forgotten,
// as in open(name, "w").write(text), is flushed and closed only after a garbage
// collection. A program that looks at such a file next would miss the text. So
// an interpreter knows which regular files have a writer with text that it has
// not written yet, and collects first when one of these is opened, asked for its
// size or may be seen by a new process.

// fileID is a file's identity: the device and inode numbers.
type fileID struct{ dev, ino uint64 }

// fileWriters are the files that have an open writer.
type fileWriters struct {
	open  atomic.Int32 // number of writers; nothing is looked up while it is zero
	mu    sync.Mutex
	files map[fileID]*writtenFile
	// rest are the buffers over streams written in Python, which may end in any
	// of the files.
	rest writtenFile
}

// writtenFile counts a file's writers, and the collections that freed none.
type writtenFile struct {
	writers, vain int
	buffers       []WriteBuffer
	prune         int // so many buffers are worth a look for those that are gone
}

// WriteBuffer is a stream that keeps text until it writes it. It must not keep
// the stream alive.
type WriteBuffer interface {
	// Holds tells whether there is text left in it. A stream that another thread
	// is in a call of is not forgotten, and has none.
	Holds(t *Thread) bool
	// Gone tells whether the stream is no more.
	Gone() bool
}

func (f *writtenFile) add(b WriteBuffer) {
	if len(f.buffers) >= f.prune {
		f.buffers = slices.DeleteFunc(f.buffers, WriteBuffer.Gone)
		f.prune = 2*len(f.buffers) + 8
	}
	f.buffers = append(f.buffers, b)
}

func (f *writtenFile) holds(t *Thread) bool {
	return slices.ContainsFunc(f.buffers, func(b WriteBuffer) bool { return b.Holds(t) })
}

// worth tells whether a collection may write something.
func (f *writtenFile) worth(t *Thread) bool { return f.vain < vainCollections && f.holds(t) }

// vainCollections is how many collections a file is worth whose writers turn
// out to be in use: such a file is one that a program writes and reads at once.
const vainCollections = 3

// AddWriter notes that the regular file with these numbers is open for writing.
// RemoveWriter must be called with the same numbers when it is closed.
func (in *Interp) AddWriter(dev, ino uint64) {
	w := &in.runtime.writers
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.files == nil {
		w.files = map[fileID]*writtenFile{}
	}
	id := fileID{dev, ino}
	f := w.files[id]
	if f == nil {
		f = &writtenFile{}
		w.files[id] = f
	}
	f.writers++
	f.vain = 0
	w.open.Add(1)
}

// RemoveWriter takes AddWriter back.
func (in *Interp) RemoveWriter(dev, ino uint64) {
	w := &in.runtime.writers
	w.mu.Lock()
	defer w.mu.Unlock()
	id := fileID{dev, ino}
	f := w.files[id]
	if f == nil {
		return
	}
	w.open.Add(-1)
	if f.writers--; f.writers <= 0 {
		delete(w.files, id)
	}
}

// AddWriteBuffer notes a buffer before a writer of the regular file with these
// numbers; 0 and 0 if it is not known which file it is.
func (in *Interp) AddWriteBuffer(dev, ino uint64, b WriteBuffer) {
	w := &in.runtime.writers
	w.mu.Lock()
	defer w.mu.Unlock()
	f := w.files[fileID{dev, ino}]
	if f == nil {
		f = &w.rest
		f.vain = 0
	}
	f.add(b)
}

// HasWriters tells whether any regular file is open for writing.
func (in *Interp) HasWriters() bool { return in.runtime.writers.open.Load() > 0 }

// FlushForgotten closes the writers of the file that nothing refers to any
// more, which writes what they hold, and tells whether it may have done so. It
// may run finalizers.
func (t *Thread) FlushForgotten(dev, ino uint64) (bool, *Exc) {
	id := fileID{dev, ino}
	return t.flushForgotten(func(yield func(*writtenFile) bool) {
		w := &t.interp.runtime.writers
		if f := w.files[id]; f != nil && yield(f) {
			yield(&w.rest)
		}
	})
}

// FlushAllForgotten does that for all files: a new process may read any.
func (t *Thread) FlushAllForgotten() *Exc {
	_, err := t.flushForgotten(func(yield func(*writtenFile) bool) {
		w := &t.interp.runtime.writers
		for _, f := range w.files {
			if !yield(f) {
				return
			}
		}
		yield(&w.rest)
	})
	return err
}

func (t *Thread) flushForgotten(files iter.Seq[*writtenFile]) (bool, *Exc) {
	in := t.interp
	w := &in.runtime.writers
	w.mu.Lock()
	some, worth := false, false
	for f := range files {
		some = some || f != &w.rest
		worth = worth || f.worth(t)
	}
	w.mu.Unlock()
	if !some {
		return false, nil
	}
	if !worth {
		// A collection may have found a forgotten writer already.
		in.runtime.finalizers.wait()
		if in.pendingCount() == 0 {
			return false, nil
		}
		return true, in.runPending(t)
	}
	_, err := t.collect(1)
	w.mu.Lock()
	defer w.mu.Unlock()
	for f := range files {
		f.vain++
	}
	return true, err
}
