package host

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// zoneDirs are where systems keep the time zone database.
var zoneDirs = [...]string{"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"}

// loadZone finds the local time zone from the value of TZ: unset means the
// system's own, empty UTC, and anything else the name of a zone, the path of a
// zone file, or a POSIX rule such as EST5EDT,M3.2.0,M11.1.0 (POSIX.1, 8.3).
// What cannot be understood has UTC's time.
func loadZone(tz string, set bool) *time.Location {
	if !set {
		if data, err := os.ReadFile("/etc/localtime"); err == nil {
			if loc, err := time.LoadLocationFromTZData("Local", data); err == nil {
				return loc
			}
		}
		return systemZone()
	}
	tz = strings.TrimPrefix(tz, ":")
	if tz == "" {
		return time.UTC
	}
	if loc := zoneFile(tz); loc != nil {
		return loc
	}
	if loc := posixZone(tz); loc != nil {
		return loc
	}
	// The C library takes what looks like a name for a zone at offset 0.
	name, _, ok := zoneName(tz)
	if !ok {
		name = ""
	}
	return time.FixedZone(name, 0)
}

// systemZone is what the Go runtime found at start, as far as TZ did not
// decide it.
func systemZone() *time.Location {
	if _, set := os.LookupEnv("TZ"); set {
		return time.UTC
	}
	return time.Local
}

func zoneFile(name string) *time.Location {
	if filepath.IsAbs(name) {
		return readZone(name, name)
	}
	if strings.Contains(name, "..") {
		return nil
	}
	for _, dir := range zoneDirs {
		if loc := readZone(name, filepath.Join(dir, name)); loc != nil {
			return loc
		}
	}
	return nil
}

func readZone(name, path string) *time.Location {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	loc, err := time.LoadLocationFromTZData(name, data)
	if err != nil {
		return nil
	}
	return loc
}

// posixZone makes a location of a POSIX rule. Package time understands such
// rules as the footer of zone files (RFC 8536), so one is built around it:
// a single transition, long ago, after which the rule holds.
func posixZone(rule string) *time.Location {
	name, rest, ok := zoneName(rule)
	if !ok {
		return nil
	}
	offset, rest, ok := zoneOffset(rest)
	if !ok || rest != "" && rest[0] == ',' {
		return nil
	}
	be := binary.BigEndian
	block := func(wide bool) []byte {
		b := append([]byte("TZif2"), make([]byte, 15)...)
		for _, count := range [...]int{0, 0, 0, 1, 1, len(name) + 1} {
			b = be.AppendUint32(b, uint32(count))
		}
		if wide {
			when := int64(-1) << 40
			b = be.AppendUint64(b, uint64(when))
		} else {
			when := int32(-1) << 31
			b = be.AppendUint32(b, uint32(when))
		}
		b = append(b, 0)
		b = be.AppendUint32(b, uint32(int32(-offset)))
		b = append(b, 0, 0)
		b = append(b, name...)
		return append(b, 0)
	}
	data := append(block(false), block(true)...)
	data = append(data, "\n"+rule+"\n"...)
	loc, err := time.LoadLocationFromTZData(rule, data)
	if err != nil {
		return nil
	}
	return loc
}

// zoneName reads a zone abbreviation: letters, or anything in angle brackets.
func zoneName(s string) (name, rest string, ok bool) {
	if s != "" && s[0] == '<' {
		name, rest, ok = strings.Cut(s[1:], ">")
		return name, rest, ok && len(name) >= 3
	}
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	return s[:n], s[n:], n >= 3
}

// zoneOffset reads [+-]hh[:mm[:ss]] in seconds, positive west of Greenwich.
func zoneOffset(s string) (offset int, rest string, ok bool) {
	sign := 1
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	for unit := 3600; ; unit /= 60 {
		n, v := 0, 0
		for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '9' {
			v = v*10 + int(s[n]-'0')
			n++
		}
		if n == 0 {
			return 0, s, false
		}
		offset += v * unit
		s = s[n:]
		if unit == 1 || s == "" || s[0] != ':' {
			return sign * offset, s, true
		}
		s = s[1:]
	}
}
