package datetime

const (
	minYear    = 1
	maxYear    = 9999
	maxOrdinal = 3652059 // of 9999-12-31
	// unixOrdinal is the ordinal of 1970-01-01.
	unixOrdinal = 719163
	secondsDay  = 24 * 3600
)

var daysBefore = [13]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysInMonth(y, m int) int {
	switch m {
	case 2:
		if isLeap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// daysBeforeYear is the number of days before January 1 of year y.
func daysBeforeYear(y int) int {
	y--
	return y*365 + y/4 - y/100 + y/400
}

func dayOfYear(y, m, d int) int {
	n := daysBefore[m] + d
	if m > 2 && isLeap(y) {
		n++
	}
	return n
}

// ordinal numbers days from 0001-01-01, which is 1.
func ordinal(y, m, d int) int { return daysBeforeYear(y) + dayOfYear(y, m, d) }

// fromOrdinal is the inverse of ordinal, for n >= 1.
func fromOrdinal(n int) (y, m, d int) {
	n--
	n400, n := n/146097, n%146097
	n100, n := n/36524, n%36524
	n4, n := n/1461, n%1461
	n1, n := n/365, n%365
	y = n400*400 + n100*100 + n4*4 + n1 + 1
	if n1 == 4 || n100 == 4 {
		return y - 1, 12, 31
	}
	m = (n + 50) >> 5
	before := func(m int) int {
		b := daysBefore[m]
		if m > 2 && isLeap(y) {
			b++
		}
		return b
	}
	b := before(m)
	if b > n {
		m--
		b = before(m)
	}
	return y, m, n - b + 1
}

// weekday is 0 for Monday.
func weekday(y, m, d int) int { return (ordinal(y, m, d) + 6) % 7 }

// isoWeek1 is the ordinal of the Monday that begins week 1 of ISO year y.
func isoWeek1(y int) int {
	first := ordinal(y, 1, 1)
	wd := (first + 6) % 7
	if wd > 3 {
		return first - wd + 7
	}
	return first - wd
}

// isoCalendar is the ISO year, week and weekday of a date.
func isoCalendar(y, m, d int) (year, week, day int) {
	today := ordinal(y, m, d)
	start := isoWeek1(y)
	switch {
	case today < start:
		y--
		start = isoWeek1(y)
	case today >= isoWeek1(y+1):
		y++
		start = isoWeek1(y)
	}
	return y, (today-start)/7 + 1, (today-start)%7 + 1
}

// isoError tells what is wrong with the parts of an ISO calendar date.
type isoError int

const (
	isoOK isoError = iota
	isoBadYear
	isoBadWeek
	isoBadDay
)

// fromISO converts an ISO calendar date.
func fromISO(year, week, day int) (y, m, d int, e isoError) {
	if year < minYear || year > maxYear {
		return 0, 0, 0, isoBadYear
	}
	if week < 1 || week > 53 || week == 53 && !hasWeek53(year) {
		return 0, 0, 0, isoBadWeek
	}
	if day < 1 || day > 7 {
		return 0, 0, 0, isoBadDay
	}
	n := isoWeek1(year) + (week-1)*7 + day - 1
	if n < 1 {
		// Monday of week 1 of year 1 is 0001-01-01.
		return 0, 0, 0, isoBadYear
	}
	y, m, d = fromOrdinal(n)
	return y, m, d, isoOK
}

func hasWeek53(y int) bool {
	wd := (ordinal(y, 1, 1) + 6) % 7
	return wd == 3 || wd == 2 && isLeap(y)
}

func floorDivMod(a, b int64) (int64, int64) {
	q, r := a/b, a%b
	if r != 0 && (r < 0) != (b < 0) {
		q, r = q-1, r+b
	}
	return q, r
}
