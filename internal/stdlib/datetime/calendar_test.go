package datetime

import "testing"

func TestOrdinals(t *testing.T) {
	n := 0
	for y := 1; y <= 9999; y++ {
		for m := 1; m <= 12; m++ {
			for _, d := range []int{1, daysInMonth(y, m)} {
				o := ordinal(y, m, d)
				if d == 1 && o != n+1 {
					t.Fatalf("ordinal of %d-%d-%d is %d, want %d", y, m, d, o, n+1)
				}
				if yy, mm, dd := fromOrdinal(o); yy != y || mm != m || dd != d {
					t.Fatalf("fromOrdinal(%d) = %d-%d-%d, want %d-%d-%d", o, yy, mm, dd, y, m, d)
				}
				iy, w, wd := isoCalendar(y, m, d)
				if iy >= 1 && iy <= 9999 {
					if yy, mm, dd, e := fromISO(iy, w, wd); e != isoOK || yy != y || mm != m || dd != d {
						t.Fatalf("ISO date of %d-%d-%d does not come back", y, m, d)
					}
				}
			}
			n += daysInMonth(y, m)
		}
	}
	if n != maxOrdinal {
		t.Errorf("the last day is %d", n)
	}
}

func FuzzISO(f *testing.F) {
	for _, s := range []string{"2020-01-01", "20200101T12", "2020-W01-1", "2020W011", "2020-01-01T12:30:45.123456+01:02:03.456", "12:30Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(s)
		parseISODate(r)
		parseISOTime(r)
		if len(r) >= 7 {
			separatorAt(r)
		}
	})
}
