package codec

// NormalizeEncodingName returns the canonical name of an encoding whose codec the
// runtime may call without consulting the codec registry: "utf-8", "utf-16",
// "utf-32", "ascii" or "latin-1". For any other name ok is false.
func NormalizeEncodingName(name string) (canonical string, ok bool) {
	// The two spellings nearly everyone uses.
	switch name {
	case "utf-8", "utf8":
		return "utf-8", true
	case "ascii":
		return "ascii", true
	case "latin-1", "latin1":
		return "latin-1", true
	}
	// Runs of punctuation become one underscore; at either end they vanish.
	const longest = len("iso_8859_1")
	var a [longest]byte
	b := a[:0]
	punct := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '.' {
			if punct && len(b) > 0 {
				if len(b) == longest {
					return "", false
				}
				b = append(b, '_')
			}
			punct = false
			if len(b) == longest {
				return "", false
			}
			b = append(b, c)
		} else {
			punct = true
		}
	}
	switch string(b) {
	case "utf8", "utf_8":
		return "utf-8", true
	case "utf16", "utf_16":
		return "utf-16", true
	case "utf32", "utf_32":
		return "utf-32", true
	case "ascii", "us_ascii":
		return "ascii", true
	case "latin1", "latin_1", "iso_8859_1", "iso8859_1":
		return "latin-1", true
	}
	return "", false
}
