// Package stdlib links the native library modules into a program: importing
// it registers them all. One line per module package.
package stdlib

import (
	_ "github.com/coachwhip/coachwhip/internal/stdlib/abc"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/ast"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/bisect"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/collections"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/errno"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/functools"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/heapq"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/io"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/itertools"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/json"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/math"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/operator"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/posix"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/resource"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/sre"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/thread"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/time"
)
