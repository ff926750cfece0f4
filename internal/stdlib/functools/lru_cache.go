package functools

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// lruCache is the function that lru_cache returns. Its counters and the list
// of links are touched under its lock, the dict under its own; no Python code
// runs under either.
type lruCache struct {
	py.Header
	ext     py.Ext
	fn      value
	maxSize int // -1: no bound, 0: no caching
	typed   bool
	info    value // class of cache_info()

	hits, misses int
	cache        *py.Dict // key -> result, or -> *lruLink when bounded
	root         *lruLink // ring of links, oldest first; root itself holds nothing
	epoch        int      // counts cache_clear
}

// lruLink is an entry of a bounded cache; the dict holds it as a value.
type lruLink struct {
	py.Header
	prev, next *lruLink
	key        value
	hash       int64
	result     value
}

var (
	lruCacheType = new(py.Type)
	lruLinkType  = new(py.Type)
	// kwMarkType stands between positional and keyword values in keys.
	kwMarkType = new(py.Type)
	lruSig     = py.ParseSignature("user_function, maxsize, typed, cache_info_type")
)

func asCache(v value) *lruCache { return (*lruCache)(v.Ptr()) }

func newRing() *lruLink {
	r := &lruLink{}
	r.prev, r.next = r, r
	return r
}

func (l *lruLink) unlink() {
	l.prev.next, l.next.prev = l.next, l.prev
	l.prev, l.next = nil, nil
}

// pushNewest puts l at the young end of the ring.
func (r *lruLink) pushNewest(l *lruLink) {
	l.prev, l.next = r.prev, r
	r.prev.next = l
	r.prev = l
}

func cacheNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	var a [4]value
	if err := lruSig.Bind(t, "lru_cache", args, a[:]); err != nil {
		return value{}, err
	}
	if !callable(a[0]) {
		return value{}, t.TypeErr("the first argument must be callable")
	}
	maxSize := -1
	if !a[1].IsNone() {
		if a[1].Type().Slots().Index == nil {
			return value{}, t.TypeErr("maxsize should be integer or None")
		}
		n, err := t.AsSsize(a[1])
		if err != nil {
			return value{}, err
		}
		maxSize = max(n, 0)
	}
	typed, err := t.Truth(a[2])
	if err != nil {
		return value{}, err
	}
	c := py.AllocFor[lruCache](t, cls)
	c.fn, c.maxSize, c.typed, c.info = a[0], maxSize, typed, a[3]
	c.cache, c.root = py.NewDict(), newRing()
	return py.FromHeader(&c.Header), nil
}

// key is the cache key of a call: the argument itself when it is one str or
// int, else a tuple of the arguments, names and, when typed, classes.
func (c *lruCache) key(args py.Args) value {
	pos, nkw := args.Pos(), args.NumKw()
	if !c.typed && nkw == 0 && len(pos) == 1 {
		if tp := pos[0].Type(); tp == py.IntType || tp == py.StrType {
			return pos[0]
		}
	}
	n := len(pos)
	if nkw > 0 {
		n += 1 + 2*nkw
	}
	if c.typed {
		n += len(pos) + nkw
	}
	res := py.AllocTuple(n)
	k := append(res.Items()[:0], pos...)
	if nkw > 0 {
		k = append(k, kwMarkType.Value())
		for i := 0; i < nkw; i++ {
			name, v := args.Kw(i)
			k = append(k, name.Value(), v)
		}
	}
	if c.typed {
		for _, v := range args.All() {
			k = append(k, v.Type().Value())
		}
	}
	return res.Value()
}

func cacheCall(t *py.Thread, v value, args py.Args) (value, exc) {
	c := asCache(v)
	if c.maxSize == 0 {
		c.Lock(t)
		c.misses++
		c.Unlock(t)
		return t.CallArgs(c.fn, args)
	}
	key := c.key(args)
	hash, err := t.Hash(key)
	if err != nil {
		return value{}, err
	}
	old, err := c.cache.GetHashed(t, key, hash)
	if err != nil {
		return value{}, err
	}
	c.Lock(t)
	if !old.IsNil() {
		c.hits++
		if c.maxSize > 0 {
			l := (*lruLink)(old.Ptr())
			old = l.result
			if l.next != nil {
				l.unlink()
				c.root.pushNewest(l)
			}
		}
		c.Unlock(t)
		return old, nil
	}
	c.misses++
	c.Unlock(t)
	// args.All may be the caller's registers; the key has its own copy.
	res, err := t.CallArgs(c.fn, args)
	if err != nil {
		return value{}, err
	}
	if c.maxSize < 0 {
		return res, c.cache.SetHashed(t, key, hash, res)
	}
	return res, c.store(t, key, hash, res)
}

// store adds a result to a bounded cache, in place of the oldest when it is full.
func (c *lruCache) store(t *py.Thread, key value, hash int64, res value) exc {
	// The call may have stored the same key already.
	now, err := c.cache.GetHashed(t, key, hash)
	if err != nil || !now.IsNil() {
		return err
	}
	c.Lock(t)
	var oldest *lruLink
	if c.cache.Len() >= c.maxSize {
		if oldest = c.root.next; oldest == c.root {
			// Others are replacing all entries at this moment.
			c.Unlock(t)
			return nil
		}
		oldest.unlink()
	}
	epoch := c.epoch
	c.Unlock(t)
	if oldest != nil {
		if _, err := c.cache.PopHashed(t, oldest.key, oldest.hash); err != nil {
			c.Lock(t)
			if c.epoch == epoch {
				c.root.pushNewest(oldest)
			}
			c.Unlock(t)
			return err
		}
	}
	l := &lruLink{key: key, hash: hash, result: res}
	l.InitHeader(lruLinkType)
	got, added, err := c.cache.SetDefaultHashed(t, key, hash, py.FromHeader(&l.Header))
	if err != nil || !added {
		_ = got
		return err
	}
	c.Lock(t)
	if c.epoch == epoch {
		c.root.pushNewest(l)
	}
	c.Unlock(t)
	return nil
}

func cacheClear(t *py.Thread, v value) (value, exc) {
	c := asCache(v)
	c.Lock(t)
	c.hits, c.misses = 0, 0
	c.root = newRing()
	c.cache = py.NewDict()
	c.epoch++
	c.Unlock(t)
	return py.None, nil
}

func cacheInfo(t *py.Thread, v value) (value, exc) {
	c := asCache(v)
	c.Lock(t)
	hits, misses, size := c.hits, c.misses, c.cache.Len()
	c.Unlock(t)
	maxSize := py.None
	if c.maxSize >= 0 {
		maxSize = py.IntOf(c.maxSize)
	}
	return t.Call(c.info, py.IntOf(hits), py.IntOf(misses), maxSize, py.IntOf(size))
}

func registerLruCache() {
	py.RegisterType(py.TypeSpec{Type: lruLinkType, Name: "functools._lru_list_elem", Flags: py.FlagNoNew})
	py.RegisterType(py.TypeSpec{Type: kwMarkType, Name: "functools._kwd_mark", Flags: py.FlagNoNew})
	self := func(t *py.Thread, v value) (value, exc) { return v, nil }
	py.RegisterType(py.TypeSpec{Type: lruCacheType, Name: "functools._lru_cache_wrapper", Guarded: true, Flags: py.FlagBaseType | py.FlagHasDict | py.FlagWeakref | py.FlagMethodDescriptor,
		Layout: py.LayoutWithExt(func(c *lruCache) *py.Ext { return &c.ext }),
		Doc:    "Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize",
		Slots: py.Slots{New: cacheNew, Call: cacheCall,
			DescrGet: func(t *py.Thread, self, obj, owner value) (value, exc) {
				if obj.IsNil() || obj.IsNone() {
					return self, nil
				}
				return py.NewMethod(self, obj), nil
			}},
		Methods: []py.MethodSpec{
			{Name: "cache_info", Fn: py.Fn0(cacheInfo), Doc: "Report cache statistics"},
			{Name: "cache_clear", Fn: py.Fn0(cacheClear), Doc: "Clear the cache and cache statistics"},
			{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) { return t.GetAttrS(v, "__qualname__") })},
			{Name: "__copy__", Fn: py.Fn0(self)},
			{Name: "__deepcopy__", Fn: py.Fn1(func(t *py.Thread, v, memo value) (value, exc) { return v, nil })},
		}})
}
