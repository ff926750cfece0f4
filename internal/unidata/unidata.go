// Package unidata is the Unicode 15.1 character database as CPython 3.13 knows it:
// the properties behind unicodedata and the str methods, the database of Unicode
// 3.2.0 that IDNA and stringprep ask for, character names, normalisation and case
// mapping.
//
// The tables are derived from CPython by gen/gen.py. Text is WTF-8 (see package
// wtf8). Values outside U+0000..U+10FFFF count as unassigned.
package unidata

import (
	"sort"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// Version is the version of the current database; OldVersion that of Old.
const (
	Version    = "15.1.0"
	OldVersion = "3.2.0"
)

// Database chooses between the two versions of the character database.
type Database uint8

const (
	Current Database = iota // Unicode 15.1.0: unicodedata
	Old                     // Unicode 3.2.0: unicodedata.ucd_3_2_0
)

// record holds the properties many code points share. The first four are indexes
// into categories, bidiClasses and eastAsianWidths, and the combining class itself.
type record struct {
	category, bidi, combining, width uint8
	flags                            uint32
}

func props(r rune) *record {
	if uint32(r) > wtf8.MaxRune {
		r = 0x10FFFF // never assigned
	}
	return &records[record2[int(record1[r>>recordShift])<<recordShift|int(r&(1<<recordShift-1))]]
}

func oldProps(r rune) *record {
	if uint32(r) > wtf8.MaxRune {
		r = 0x10FFFF
	}
	return &oldRecords[oldRecord2[int(oldRecord1[r>>oldRecordShift])<<oldRecordShift|int(r&(1<<oldRecordShift-1))]]
}

func (db Database) props(r rune) *record {
	if db == Old {
		return oldProps(r)
	}
	return props(r)
}

// Category returns the general category, such as "Lu".
func (db Database) Category(r rune) string { return categories[db.props(r).category] }

// Bidirectional returns the bidirectional class, "" if there is none.
func (db Database) Bidirectional(r rune) string { return bidiClasses[db.props(r).bidi] }

// Combining returns the canonical combining class.
func (db Database) Combining(r rune) int { return int(db.props(r).combining) }

// EastAsianWidth returns the East Asian width: A, F, H, N, Na or W.
func (db Database) EastAsianWidth(r rune) string { return eastAsianWidths[db.props(r).width] }

// Mirrored reports whether the character is mirrored in bidirectional text.
func (db Database) Mirrored(r rune) bool { return db.props(r).flags&flagMirrored != 0 }

// assigned reports whether the database knows r.
func (db Database) assigned(r rune) bool { return db.props(r).category != 0 }

// number is the numeric value of a code point: an index into numberValues (255:
// none) and the values as decimal and as other digit, or -1.
type number struct {
	r              rune
	value          uint8
	decimal, digit int8
}

func findNumber(table []number, r rune) *number {
	i := sort.Search(len(table), func(i int) bool { return table[i].r >= r })
	if i < len(table) && table[i].r == r {
		return &table[i]
	}
	return nil
}

var noNumber = number{value: 255, decimal: -1, digit: -1}

func (db Database) number(r rune) number {
	n := noNumber
	if props(r).flags&(flagNumeric|flagDigit|flagDecimal) != 0 {
		if p := findNumber(numbers[:], r); p != nil {
			n = *p
		}
	}
	if db == Old {
		if p := findNumber(oldNumbers[:], r); p != nil {
			return *p
		}
		if !db.assigned(r) {
			// digit() looks at the current database even here.
			n.value, n.decimal = noNumber.value, noNumber.decimal
		}
	}
	return n
}

// Decimal returns the value of a decimal digit, such as 5 for U+0665.
func (db Database) Decimal(r rune) (v int, ok bool) {
	if db == Current && uint32(r)-'0' < 10 {
		return int(r - '0'), true
	}
	n := db.number(r).decimal
	return int(n), n >= 0
}

// Digit returns the value of a digit, among them superscripts.
func (db Database) Digit(r rune) (v int, ok bool) {
	n := db.number(r).digit
	return int(n), n >= 0
}

// Numeric returns the numeric value, such as 0.5 for U+00BD.
func (db Database) Numeric(r rune) (v float64, ok bool) {
	n := db.number(r).value
	if n == 255 {
		return 0, false
	}
	return numberValues[n][0] / numberValues[n][1], true
}

// DecimalValue returns the value of r as a decimal digit, or -1. It is what int()
// and float() read numbers with.
func DecimalValue(r rune) int {
	if v, ok := Current.Decimal(r); ok {
		return v
	}
	return -1
}
