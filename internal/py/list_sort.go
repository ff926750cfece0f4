package py

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// list.sort is an adaptive, stable merge sort: the timsort of Tim Peters'
// description (listsort.txt) with the merge order of Munro and Wild's
// powersort. It makes its comparisons in the same order as CPython, so that
// the outcome for keys without a consistent order is the same too.

// sorter sorts elements of type E. less may run Python code and fail.
type sorter[E any] struct {
	less      func(x, y *E) (bool, *Exc)
	a         []E
	tmp       []E
	minGallop int
	runs      []sortRun
}

// sortRun is a sorted stretch of the slice that awaits its merge; power is the
// depth of the boundary to the next run in the ideal merge tree.
type sortRun struct {
	base, n, power int
}

const minGallop = 7

// sortSlice sorts a. When less fails, a holds its elements in some order.
func sortSlice[E any](a []E, less func(x, y *E) (bool, *Exc)) *Exc {
	if len(a) < 2 {
		return nil
	}
	s := &sorter[E]{less: less, a: a, minGallop: minGallop}
	minRun := minRunLength(len(a))
	for lo := 0; lo < len(a); {
		n, err := s.countRun(lo)
		if err != nil {
			return err
		}
		if n < minRun {
			force := min(minRun, len(a)-lo)
			if err := s.insertionSort(lo, n, force); err != nil {
				return err
			}
			n = force
		}
		if err := s.pushRun(lo, n); err != nil {
			return err
		}
		lo += n
	}
	for len(s.runs) > 1 {
		i := len(s.runs) - 2
		if i > 0 && s.runs[i-1].n < s.runs[i+1].n {
			i--
		}
		if err := s.mergeAt(i); err != nil {
			return err
		}
	}
	return nil
}

// minRunLength is the length below which runs are extended by insertion: n
// itself for small n, else such that n divided by it is a power of two or just
// below one.
func minRunLength(n int) int {
	odd := 0
	for n >= 64 {
		odd |= n & 1
		n >>= 1
	}
	return n + odd
}

// countRun finds the run that begins at lo, turns it round if it descends, and
// returns its length. Equal neighbours may be part of either kind; they keep
// their order.
func (s *sorter[E]) countRun(lo int) (int, *Exc) {
	a := s.a[lo:]
	n := 1
	for ; n < len(a); n++ {
		down, err := s.less(&a[n], &a[n-1])
		if err != nil {
			return 0, err
		}
		if down {
			break
		}
	}
	if n == len(a) {
		return n, nil
	}
	if n > 1 {
		up, err := s.less(&a[0], &a[n-1])
		if err != nil || up {
			return n, err
		}
		slices.Reverse(a[:n])
	}
	equal := 0
	for n++; n < len(a); n++ {
		down, err := s.less(&a[n], &a[n-1])
		if err != nil {
			return 0, err
		}
		if down {
			if equal > 0 {
				slices.Reverse(a[n-equal-1 : n])
				equal = 0
			}
			continue
		}
		up, err := s.less(&a[n-1], &a[n])
		if err != nil {
			return 0, err
		}
		if up {
			break
		}
		equal++
	}
	if equal > 0 {
		slices.Reverse(a[n-equal-1 : n])
	}
	slices.Reverse(a[:n])
	for ; n < len(a); n++ {
		down, err := s.less(&a[n], &a[n-1])
		if err != nil {
			return 0, err
		}
		if down {
			break
		}
	}
	return n, nil
}

// insertionSort sorts a[lo:lo+n] by binary insertion, the first sorted items being so already.
func (s *sorter[E]) insertionSort(lo, sorted, n int) *Exc {
	a := s.a[lo : lo+n]
	for i := max(sorted, 1); i < n; i++ {
		l, r := 0, i
		for l < r {
			m := int(uint(l+r) >> 1)
			less, err := s.less(&a[i], &a[m])
			if err != nil {
				return err
			}
			if less {
				r = m
			} else {
				l = m + 1
			}
		}
		if l < i {
			pivot := a[i]
			copy(a[l+1:i+1], a[l:i])
			a[l] = pivot
		}
	}
	return nil
}

// pushRun merges pending runs as the powersort rule asks, then adds a run.
func (s *sorter[E]) pushRun(base, n int) *Exc {
	if k := len(s.runs); k > 0 {
		top := s.runs[k-1]
		power := runPower(top.base, top.n, n, len(s.a))
		for len(s.runs) > 1 && s.runs[len(s.runs)-2].power > power {
			if err := s.mergeAt(len(s.runs) - 2); err != nil {
				return err
			}
		}
		s.runs[len(s.runs)-1].power = power
	}
	s.runs = append(s.runs, sortRun{base: base, n: n})
	return nil
}

// runPower is the depth at which the midpoints of two neighbouring runs part
// ways when the interval of n items is halved again and again.
func runPower(base, n1, n2, n int) int {
	a := 2*base + n1
	b := a + n1 + n2
	power := 0
	for {
		power++
		if a >= n {
			a -= n
			b -= n
		} else if b >= n {
			return power
		}
		a <<= 1
		b <<= 1
	}
}

// mergeAt merges runs i and i+1.
func (s *sorter[E]) mergeAt(i int) *Exc {
	x, y := s.runs[i], s.runs[i+1]
	s.runs[i].n = x.n + y.n
	if i+3 == len(s.runs) {
		s.runs[i+1] = s.runs[i+2]
	}
	s.runs = s.runs[:len(s.runs)-1]
	// Items of the first run that already stand right stay, as do those at the
	// end of the second.
	k, err := s.gallopRight(&s.a[y.base], s.a[x.base:x.base+x.n], 0)
	if err != nil {
		return err
	}
	x.base += k
	x.n -= k
	if x.n == 0 {
		return nil
	}
	if y.n, err = s.gallopLeft(&s.a[x.base+x.n-1], s.a[y.base:y.base+y.n], y.n-1); err != nil || y.n == 0 {
		return err
	}
	if x.n <= y.n {
		return s.mergeLow(x.base, x.n, y.n)
	}
	return s.mergeHigh(x.base, x.n, y.n)
}

// gallopLeft returns the first position in the sorted a where key could be
// inserted, searching outwards from hint.
func (s *sorter[E]) gallopLeft(key *E, a []E, hint int) (int, *Exc) {
	last, ofs := 0, 1
	below, err := s.less(&a[hint], key)
	if err != nil {
		return 0, err
	}
	if below {
		maxOfs := len(a) - hint
		for ofs < maxOfs {
			if below, err = s.less(&a[hint+ofs], key); err != nil {
				return 0, err
			}
			if !below {
				break
			}
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, maxOfs)
		last, ofs = last+hint, ofs+hint
	} else {
		maxOfs := hint + 1
		for ofs < maxOfs {
			if below, err = s.less(&a[hint-ofs], key); err != nil {
				return 0, err
			}
			if below {
				break
			}
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, maxOfs)
		last, ofs = hint-ofs, hint-last
	}
	for last++; last < ofs; {
		m := last + (ofs-last)>>1
		if below, err = s.less(&a[m], key); err != nil {
			return 0, err
		}
		if below {
			last = m + 1
		} else {
			ofs = m
		}
	}
	return ofs, nil
}

// gallopRight returns the last position in the sorted a where key could be inserted.
func (s *sorter[E]) gallopRight(key *E, a []E, hint int) (int, *Exc) {
	last, ofs := 0, 1
	above, err := s.less(key, &a[hint])
	if err != nil {
		return 0, err
	}
	if above {
		maxOfs := hint + 1
		for ofs < maxOfs {
			if above, err = s.less(key, &a[hint-ofs]); err != nil {
				return 0, err
			}
			if !above {
				break
			}
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, maxOfs)
		last, ofs = hint-ofs, hint-last
	} else {
		maxOfs := len(a) - hint
		for ofs < maxOfs {
			if above, err = s.less(key, &a[hint+ofs]); err != nil {
				return 0, err
			}
			if above {
				break
			}
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, maxOfs)
		last, ofs = last+hint, ofs+hint
	}
	for last++; last < ofs; {
		m := last + (ofs-last)>>1
		if above, err = s.less(key, &a[m]); err != nil {
			return 0, err
		}
		if above {
			ofs = m
		} else {
			last = m + 1
		}
	}
	return ofs, nil
}

func (s *sorter[E]) buffer(src []E) []E {
	if cap(s.tmp) < len(src) {
		s.tmp = make([]E, len(src))
	}
	b := s.tmp[:len(src)]
	copy(b, src)
	return b
}

// mergeLow merges a[base:base+n1] and the n2 items behind it, n1 <= n2. The
// first run goes to the side and the gap is filled from the front. Whatever
// happens, the items that are still aside are put back.
func (s *sorter[E]) mergeLow(base, n1, n2 int) (err *Exc) {
	a := s.a
	x := s.buffer(a[base : base+n1])
	y, yEnd := base+n1, base+n1+n2
	dst := base
	i := 0
	gallop := s.minGallop
	defer func() { copy(a[dst:], x[i:]) }()

	a[dst] = a[y]
	dst++
	y++
	if y == yEnd {
		return nil
	}
	if n1 == 1 {
		// The one item belongs behind all of the second run.
		copy(a[dst:], a[y:yEnd])
		dst += yEnd - y
		return nil
	}
	for {
		won1, won2 := 0, 0
		for {
			less, err := s.less(&a[y], &x[i])
			if err != nil {
				return err
			}
			if less {
				a[dst] = a[y]
				dst++
				y++
				won2++
				won1 = 0
				if y == yEnd {
					return nil
				}
				if won2 >= gallop {
					break
				}
			} else {
				a[dst] = x[i]
				dst++
				i++
				won1++
				won2 = 0
				if i == n1-1 {
					copy(a[dst:], a[y:yEnd])
					dst += yEnd - y
					return nil
				}
				if won1 >= gallop {
					break
				}
			}
		}
		gallop++
		for {
			if gallop > 1 {
				gallop--
			}
			s.minGallop = gallop
			k, err := s.gallopRight(&a[y], x[i:], 0)
			if err != nil {
				return err
			}
			won1 = k
			if k > 0 {
				copy(a[dst:], x[i:i+k])
				dst += k
				i += k
				if i == n1-1 {
					copy(a[dst:], a[y:yEnd])
					dst += yEnd - y
					return nil
				}
				if i == n1 {
					// Only an inconsistent order leads here.
					return nil
				}
			}
			a[dst] = a[y]
			dst++
			y++
			if y == yEnd {
				return nil
			}
			if k, err = s.gallopLeft(&x[i], a[y:yEnd], 0); err != nil {
				return err
			}
			won2 = k
			if k > 0 {
				copy(a[dst:], a[y:y+k])
				dst += k
				y += k
				if y == yEnd {
					return nil
				}
			}
			a[dst] = x[i]
			dst++
			i++
			if i == n1-1 {
				copy(a[dst:], a[y:yEnd])
				dst += yEnd - y
				return nil
			}
			if won1 < minGallop && won2 < minGallop {
				break
			}
		}
		gallop++
		s.minGallop = gallop
	}
}

// mergeHigh is mergeLow for n1 >= n2: the second run goes to the side and the
// gap is filled from the back.
func (s *sorter[E]) mergeHigh(base, n1, n2 int) (err *Exc) {
	a := s.a
	y := s.buffer(a[base+n1 : base+n1+n2])
	i := base + n1 - 1 // last item left of the first run
	j := n2 - 1        // last item left of y
	dst := base + n1 + n2 - 1
	gallop := s.minGallop
	defer func() { copy(a[dst-j:], y[:j+1]) }()

	// moveFirst moves k items of the first run to the back of the gap.
	moveFirst := func(k int) {
		copy(a[dst-k+1:dst+1], a[i-k+1:i+1])
		dst -= k
		i -= k
	}
	a[dst] = a[i]
	dst--
	i--
	if i < base {
		return nil
	}
	if n2 == 1 {
		moveFirst(i - base + 1)
		return nil
	}
	for {
		won1, won2 := 0, 0
		for {
			less, err := s.less(&y[j], &a[i])
			if err != nil {
				return err
			}
			if less {
				a[dst] = a[i]
				dst--
				i--
				won1++
				won2 = 0
				if i < base {
					return nil
				}
				if won1 >= gallop {
					break
				}
			} else {
				a[dst] = y[j]
				dst--
				j--
				won2++
				won1 = 0
				if j == 0 {
					moveFirst(i - base + 1)
					return nil
				}
				if won2 >= gallop {
					break
				}
			}
		}
		gallop++
		for {
			if gallop > 1 {
				gallop--
			}
			s.minGallop = gallop
			n := i - base + 1
			k, err := s.gallopRight(&y[j], a[base:i+1], n-1)
			if err != nil {
				return err
			}
			k = n - k
			won1 = k
			if k > 0 {
				moveFirst(k)
				if i < base {
					return nil
				}
			}
			a[dst] = y[j]
			dst--
			j--
			if j == 0 {
				moveFirst(i - base + 1)
				return nil
			}
			if k, err = s.gallopLeft(&a[i], y[:j+1], j); err != nil {
				return err
			}
			k = j + 1 - k
			won2 = k
			if k > 0 {
				copy(a[dst-k+1:dst+1], y[j-k+1:j+1])
				dst -= k
				j -= k
				if j == 0 {
					moveFirst(i - base + 1)
					return nil
				}
				if j < 0 {
					// Only an inconsistent order leads here.
					return nil
				}
			}
			a[dst] = a[i]
			dst--
			i--
			if i < base {
				return nil
			}
			if won1 < minGallop && won2 < minGallop {
				break
			}
		}
		gallop++
		s.minGallop = gallop
	}
}

// keyKind tells which of the direct comparisons suits a slice of sort keys.
type keyKind uint8

const (
	keysMixed keyKind = iota
	keysInt
	keysFloat
	keysStr
)

func kindOfKeys(keys []Value) keyKind {
	var kind keyKind
	switch {
	case keys[0].p == &intTag:
		kind = keysInt
	case keys[0].p == &floatTag:
		kind = keysFloat
	case keys[0].p.shape == shStr:
		kind = keysStr
		for i := range keys {
			if keys[i].p.shape != shStr {
				return keysMixed
			}
		}
		return kind
	default:
		return keysMixed
	}
	p := keys[0].p
	for i := range keys {
		if keys[i].p != p {
			return keysMixed
		}
	}
	return kind
}

type (
	intKeyed struct {
		k int64
		v Value
	}
	floatKeyed struct {
		k float64
		v Value
	}
	// strKeyed compares by the first eight bytes, then by the text.
	strKeyed struct {
		prefix uint64
		s      *Str
		v      Value
	}
	keyed struct{ k, v Value }
)

func strPrefix(s string) uint64 {
	if len(s) >= 8 {
		return bits.ReverseBytes64(binary.LittleEndian.Uint64([]byte(s[:8])))
	}
	var b [8]byte
	copy(b[:], s)
	return binary.BigEndian.Uint64(b[:])
}

// sortValues sorts items by keys (nil: by themselves) into ascending order.
func (t *Thread) sortValues(items, keys []Value) *Exc {
	if len(items) < 2 {
		return nil
	}
	by := keys
	if by == nil {
		by = items
	}
	switch kindOfKeys(by) {
	case keysInt:
		if keys == nil {
			return sortInts(items)
		}
		a := make([]intKeyed, len(items))
		for i := range a {
			a[i] = intKeyed{by[i].int(), items[i]}
		}
		err := sortSlice(a, func(x, y *intKeyed) (bool, *Exc) { return x.k < y.k, nil })
		for i := range a {
			items[i] = a[i].v
		}
		return err
	case keysFloat:
		a := make([]floatKeyed, len(items))
		for i := range a {
			a[i] = floatKeyed{by[i].float(), items[i]}
		}
		err := sortSlice(a, func(x, y *floatKeyed) (bool, *Exc) { return x.k < y.k, nil })
		for i := range a {
			items[i] = a[i].v
		}
		return err
	case keysStr:
		a := make([]strKeyed, len(items))
		for i := range a {
			s := asStr(by[i])
			a[i] = strKeyed{strPrefix(s.s), s, items[i]}
		}
		err := sortSlice(a, func(x, y *strKeyed) (bool, *Exc) {
			if x.prefix != y.prefix {
				return x.prefix < y.prefix, nil
			}
			return x.s.s < y.s.s, nil
		})
		for i := range a {
			items[i] = a[i].v
		}
		return err
	}
	if keys == nil {
		return sortSlice(items, func(x, y *Value) (bool, *Exc) { return t.CompareBool(*x, *y, CmpLT) })
	}
	a := make([]keyed, len(items))
	for i := range a {
		a[i] = keyed{keys[i], items[i]}
	}
	err := sortSlice(a, func(x, y *keyed) (bool, *Exc) { return t.CompareBool(x.k, y.k, CmpLT) })
	for i := range a {
		items[i] = a[i].v
	}
	return err
}

// sortInts sorts unboxed ints. Equal ones cannot be told apart, so the sort
// need not be stable.
func sortInts(items []Value) *Exc {
	a := make([]int64, len(items))
	up, down := true, true
	for i := range items {
		a[i] = items[i].int()
		if i > 0 {
			up = up && a[i] >= a[i-1]
			down = down && a[i] <= a[i-1]
		}
	}
	switch {
	case up:
		return nil
	case down:
		slices.Reverse(items)
		return nil
	}
	slices.Sort(a)
	for i, n := range a {
		items[i] = Int64(n)
	}
	return nil
}

// SortValues sorts items in place as list.sort does: stable, by key(item) when
// key is neither nil nor None, descending when reverse is set. No one else may
// reach the slice meanwhile. After an error items holds the same values in
// some order.
func (t *Thread) SortValues(items []Value, key Value, reverse bool) *Exc {
	var keys []Value
	if key.p != nil && !key.IsNone() {
		keys = make([]Value, len(items))
		for i, x := range items {
			k, err := t.Call(key, x)
			if err != nil {
				return err
			}
			keys[i] = k
		}
	}
	if reverse {
		// Turning round before and after keeps equal items in their order.
		slices.Reverse(items)
		slices.Reverse(keys)
	}
	err := t.sortValues(items, keys)
	if reverse {
		slices.Reverse(items)
	}
	return err
}

// sortList is list.sort: the list looks empty while it goes on.
func (t *Thread) sortList(l *List, key Value, reverse bool) *Exc {
	if t.ft {
		return t.sortShared(l, key, reverse)
	}
	l.Lock(t)
	items := l.items
	l.items = nil
	l.Unlock(t)
	err := t.SortValues(items, key, reverse)
	l.Lock(t)
	touched := l.items != nil
	l.items = items
	l.Unlock(t)
	if touched && err == nil {
		return t.ValueErr("list modified during sort")
	}
	return err
}

// sortTries is how often sortShared starts anew.
const sortTries = 4

// sortShared is list.sort without a GIL. Items that compare without Python code
// are sorted under the lock. Else a copy is, which takes the place of the items
// if they are still the same; if not, sorting starts again, so that nothing that
// other threads add meanwhile is lost.
func (t *Thread) sortShared(l *List, key Value, reverse bool) *Exc {
	for range sortTries {
		l.Lock(t)
		if n := len(l.items); n < 2 && (n == 0 || key.p == nil || key.IsNone()) {
			l.Unlock(t)
			return nil
		}
		if (key.p == nil || key.IsNone()) && kindOfKeys(l.items) != keysMixed {
			err := t.SortValues(l.items, Value{}, reverse)
			l.Unlock(t)
			return err
		}
		items := slices.Clone(l.items)
		l.Unlock(t)
		before := slices.Clone(items)
		err := t.SortValues(items, key, reverse)
		l.Lock(t)
		same := slices.Equal(l.items, before)
		if same {
			copy(l.items, items)
		}
		l.Unlock(t)
		if same || err != nil {
			return err
		}
	}
	return t.ValueErr("list modified during sort")
}
