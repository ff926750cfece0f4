//go:build !linux

package host

import "io/fs"

func direntType(m fs.FileMode) uint8 {
	switch m.Type() {
	case 0:
		return DT_REG
	case fs.ModeDir:
		return DT_DIR
	case fs.ModeSymlink:
		return DT_LNK
	case fs.ModeNamedPipe:
		return DT_FIFO
	case fs.ModeSocket:
		return DT_SOCK
	case fs.ModeDevice:
		return DT_BLK
	case fs.ModeDevice | fs.ModeCharDevice:
		return DT_CHR
	}
	return DT_UNKNOWN
}
