//go:build linux || darwin

package host

import (
	"os"
	"strconv"
)

func lastFdIn(dir string) (int, error) {
	list, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	last := 2
	for _, e := range list {
		if fd, err := strconv.Atoi(e.Name()); err == nil {
			last = max(last, fd)
		}
	}
	return last, nil
}
