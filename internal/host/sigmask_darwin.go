package host

// maskThread blocks nothing: the system's calls for that are not to be had here
// without C.
func maskThread(uint64) func() { return func() {} }

// Inherited knows of none, likewise.
func (s *realSignals) Inherited() uint64 { return 0 }
