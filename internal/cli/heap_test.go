package cli

import "testing"

func TestCollectorPercent(t *testing.T) {
	const mb = 1 << 20
	for live, growth := range map[uint64]uint64{0: 16 * mb, 1 * mb: 16 * mb, 4 * mb: 24 * mb, 8 * mb: 48 * mb, 20 * mb: 64 * mb, 64 * mb: 64 * mb, 500 * mb: 500 * mb} {
		p := uint64(collectorPercent(live))
		// Go takes the larger of the two.
		got := max(goFloor*p/100, live+live*p/100)
		if want := max(live+growth, goFloor*growth/goFloor); live >= goFloor && (got < want-mb || got > want+mb) || live < goFloor && (got < growth-mb || got > growth+growth/4+live) {
			t.Errorf("with %d alive the collector waits until %d, %d%%", live, got, p)
		}
	}
}
