package host

// File type bits of Stat.Mode, the same on every platform.
const (
	S_IFMT   = 0o170000
	S_IFSOCK = 0o140000
	S_IFLNK  = 0o120000
	S_IFREG  = 0o100000
	S_IFBLK  = 0o060000
	S_IFDIR  = 0o040000
	S_IFCHR  = 0o020000
	S_IFIFO  = 0o010000
)

// Directory entry types.
const (
	DT_UNKNOWN = 0
	DT_FIFO    = 1
	DT_CHR     = 2
	DT_DIR     = 4
	DT_BLK     = 6
	DT_REG     = 8
	DT_LNK     = 10
	DT_SOCK    = 12
)

// Positions that Seek counts from.
const (
	SEEK_SET = 0
	SEEK_CUR = 1
	SEEK_END = 2
)

// Bits of Access's mode.
const (
	F_OK = 0
	X_OK = 1
	W_OK = 2
	R_OK = 4
)

// Poll events, the same on Linux and the BSDs.
const (
	POLLIN   = 1
	POLLPRI  = 2
	POLLOUT  = 4
	POLLERR  = 8
	POLLHUP  = 16
	POLLNVAL = 32
)

// IsDir tells a directory.
func (s *Stat) IsDir() bool { return s.Mode&S_IFMT == S_IFDIR }

// IsRegular tells a regular file.
func (s *Stat) IsRegular() bool { return s.Mode&S_IFMT == S_IFREG }

// Ns is the time in nanoseconds; it overflows outside the years 1678 to 2262.
func (t Time) Ns() int64 { return t.Sec*1e9 + t.Nsec }

// TimeOf splits nanoseconds since 1970.
func TimeOf(ns int64) Time {
	sec, nsec := ns/1e9, ns%1e9
	if nsec < 0 {
		sec, nsec = sec-1, nsec+1e9
	}
	return Time{sec, nsec}
}
