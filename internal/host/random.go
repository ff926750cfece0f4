package host

import "crypto/rand"

type realRandom struct{ getrandom }

func (realRandom) Fill(p []byte) error {
	// The reader of crypto/rand does not fail on any supported system.
	_, err := rand.Read(p)
	return wrap(err)
}
