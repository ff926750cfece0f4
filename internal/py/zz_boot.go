package py

// Minimal registrations that let the core run before the file that owns each
// type exists. Whoever writes the owner's file deletes the entry here; the file
// goes away with its last entry.

// --- exceptions, warnings, weak references, finalizers

// Warn issues a warning of class tp.
func (t *Thread) Warn(tp *Type, level int, format string, a ...any) *Exc { return nil }

func bootDone() {}

func (t *Thread) syntaxWarning(msg, filename string, line int) *Exc { return nil }
