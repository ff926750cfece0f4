package py

import "sync"

// runtimeState is the part of an interpreter that belongs to exceptions,
// warnings, finalizers and weak references.
type runtimeState struct {
	sources    sync.Map // filename -> text of code without a file
	finalizers finalizerSet
	writers    fileWriters
	weak       weakTable
	gc         gcSettings
	warnings   warningState
	exit       exitCalls
}
