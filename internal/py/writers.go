package py

import (
	"sync"
	"sync/atomic"
)

// Without reference counts a file that was opened for writing and forgotten,
// as in open(name, "w").write(text), is flushed and closed only after a garbage
// collection. A program that looks at such a file next would miss the text. So
// an interpreter knows which regular files have a writer, and collects first
// when one of these is opened, asked for its size or may be seen by a new
// process.

// fileID is a file's identity: the device and inode numbers.
type fileID struct{ dev, ino uint64 }

// fileWriters are the files that have an open writer.
type fileWriters struct {
	open  atomic.Int32 // number of writers; nothing is looked up while it is zero
	mu    sync.Mutex
	files map[fileID]*writtenFile
}

// writtenFile counts a file's writers, and the collections that freed none.
type writtenFile struct{ writers, vain int }

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

// HasWriters tells whether any regular file is open for writing.
func (in *Interp) HasWriters() bool { return in.runtime.writers.open.Load() > 0 }

// FlushForgotten closes the writers of the file that nothing refers to any
// more, which writes what they hold. It may run finalizers.
func (t *Thread) FlushForgotten(dev, ino uint64) (bool, *Exc) {
	w := &t.interp.runtime.writers
	id := fileID{dev, ino}
	w.mu.Lock()
	f := w.files[id]
	worth := f != nil && f.vain < vainCollections
	w.mu.Unlock()
	if !worth {
		return false, nil
	}
	_, err := t.collect(1)
	w.mu.Lock()
	defer w.mu.Unlock()
	if g := w.files[id]; g != nil {
		g.vain++
	}
	return true, err
}

// FlushAllForgotten does that for all files: a new process may read any.
func (t *Thread) FlushAllForgotten() *Exc {
	w := &t.interp.runtime.writers
	w.mu.Lock()
	worth := false
	for _, f := range w.files {
		worth = worth || f.vain < vainCollections
	}
	w.mu.Unlock()
	if !worth {
		return nil
	}
	_, err := t.collect(1)
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range w.files {
		f.vain++
	}
	return err
}
