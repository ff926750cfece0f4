// Package uuid is the native module _uuid.
package uuid

import (
	"encoding/binary"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

// state is what identifies this generator: two ids never have the same time
// and clock sequence (RFC 9562, section 6.1).
type state struct {
	mu   sync.Mutex
	node [6]byte
	seq  uint16
	last int64
}

// gregorian is the number of 100 ns steps from 15 October 1582 to 1970.
const gregorian = 0x01b21dd213814000

func stateOf(t *py.Thread) (*state, *py.Exc) {
	var failed *py.Exc
	s := t.Interp().State("_uuid", func() any {
		h := t.Interp().Host()
		s := &state{}
		var seed [8]byte
		if err := h.Random.Fill(seed[:]); err != nil {
			failed = t.OSErr(err)
		}
		s.seq = binary.BigEndian.Uint16(seed[6:]) & 0x3fff
		copy(s.node[:], seed[:6])
		s.node[0] |= 1 // the mark of an address that is no card's
		if list, err := h.Net.Interfaces(); err == nil {
			for _, x := range list {
				if len(x.Hardware) == 6 {
					copy(s.node[:], x.Hardware)
					break
				}
			}
		}
		return s
	}).(*state)
	return s, failed
}

func generate(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	s, err := stateOf(t)
	if err != nil {
		return py.Value{}, err
	}
	s.mu.Lock()
	now := t.Interp().Host().Clock.Realtime()/100 + gregorian
	switch {
	case now > s.last:
	case s.last-now < 1e7:
		now = s.last + 1 // several in one step of the clock
	default:
		s.seq = (s.seq + 1) & 0x3fff // the clock was set back
	}
	s.last = now
	seq := s.seq
	s.mu.Unlock()
	b := make([]byte, 16)
	binary.BigEndian.PutUint32(b, uint32(now))
	binary.BigEndian.PutUint16(b[4:], uint16(now>>32))
	binary.BigEndian.PutUint16(b[6:], uint16(now>>48)&0x0fff|0x1000)
	binary.BigEndian.PutUint16(b[8:], seq|0x8000)
	copy(b[10:], s.node[:])
	// -1: no service shared by all processes gave the time.
	return py.NewTuple(py.NewBytes(b).Value(), py.IntOf(-1)).Value(), nil
}

func init() { py.RegisterPackage(registerUuid, "_uuid") }

func registerUuid() {
	py.RegisterModule(py.ModuleSpec{
		Name:    "_uuid",
		Methods: []py.MethodSpec{{Name: "generate_time_safe", Fn: py.Fn0(generate)}},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("has_uuid_generate_time_safe", py.IntOf(1))
			return nil
		},
	})
}
