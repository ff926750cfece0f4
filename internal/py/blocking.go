package py

// Blocking runs f, which may wait for the operating system, while other threads
// may run Python code. f touches no Python object that another thread could
// change and runs no Python code.
func (t *Thread) Blocking(f func()) { f() }
