package bytecode

import (
	_ "embed"
	"hash/fnv"
	"sync"
)

// The text of these files, which describes what every instruction does, stands
// for the instruction set.
var (
	//go:embed opcode.go
	opcodeText string
	//go:embed meta.go
	metaText string
)

// Magic identifies the encoding and the instruction set: code with another
// magic cannot run here. A change of what an instruction does belongs into its
// description in opcode.go, and so changes the magic.
var Magic = sync.OnceValue(func() uint64 {
	h := fnv.New64a()
	h.Write([]byte{FormatVersion})
	h.Write([]byte(opcodeText))
	h.Write([]byte(metaText))
	return h.Sum64()
})
