package py

import (
	"fmt"
	"strings"
)

// importClock is what -X importtime keeps.
type importClock struct {
	level int
	inner int64 // nanoseconds spent in the imports that the running one made
	begun bool  // the heading is printed
}

// timeImport starts the clock for one import; what it returns stops it.
func (t *Thread) timeImport(name string) func(ok bool) {
	c, w := &t.interp.importClock, t.interp.opts.Stderr
	now := t.interp.opts.Host.Clock.Monotonic
	outer := c.inner
	start := now()
	c.inner = 0
	c.level++
	return func(ok bool) {
		total := now() - start
		own := total - c.inner
		c.level--
		c.inner = outer + total
		if !ok || w == nil {
			return
		}
		var b strings.Builder
		if !c.begun {
			c.begun = true
			b.WriteString("import time: self [us] | cumulative | imported package\n")
		}
		fmt.Fprintf(&b, "import time: %9d | %10d | %*s%s\n", (own+999)/1000, (total+999)/1000, 2*c.level, "", name)
		if _, err := w.Write([]byte(b.String())); err != nil {
			t.interp.opts.ImportTime = false
		}
	}
}
