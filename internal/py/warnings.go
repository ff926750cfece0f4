package py

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// Warnings (the _warnings module). Once the warnings module is imported its
// filters and its way of showing are used, as its users may have changed them.

// warningState are the settings of _warnings of an interpreter.
type warningState struct {
	mu       sync.Mutex           // of who makes them
	filters  atomic.Pointer[List] // nil: not made yet
	once     *Dict
	fallback Value        // _defaultaction
	version  atomic.Int64 // counts changes of the filters
}

// warnState returns the settings, making them.
func (t *Thread) warnState() *warningState {
	s := &t.interp.runtime.warnings
	if s.filters.Load() != nil {
		return s
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.filters.Load() != nil {
		return s
	}
	filter := func(action string, category *Type, module Value) Value {
		return NewTuple(InternStr(action).Value(), None, category.Value(), module, Int64(0)).Value()
	}
	filters := NewList([]Value{
		filter("default", DeprecationWarning, strMain.Value()),
		filter("ignore", DeprecationWarning, None),
		filter("ignore", PendingDeprecationWarning, None),
		filter("ignore", ImportWarning, None),
		filter("ignore", ResourceWarning, None),
	})
	s.once = NewDict()
	s.fallback = InternStr("default").Value()
	s.filters.Store(filters)
	return s
}

// warningsAttr returns an attribute of the warnings module, the zero Value
// when the module is not imported or has none of that name.
func (t *Thread) warningsAttr(name string, load bool) (Value, *Exc) {
	m := t.loadedModule(InternStr("warnings"))
	if m.p == nil {
		if !load || t.interp.importlib == nil {
			return Value{}, nil
		}
		var err *Exc
		if m, err = t.ImportModule("warnings"); err != nil {
			if err.Is(ImportError) {
				return Value{}, nil
			}
			return Value{}, err
		}
	}
	return t.GetAttrOpt(m, InternStr(name))
}

// Warn issues a warning of class category for the Python code level levels up
// (1: the running code). It returns an exception when a filter turns the
// warning into one.
func (t *Thread) Warn(category *Type, level int, format string, a ...any) *Exc {
	if len(a) > 0 {
		format = fmt.Sprintf(format, a...)
	}
	return t.warn(NewStr(format).Value(), category.Value(), level, Value{}, nil)
}

// WarnSource is Warn with the object that caused the warning (source of
// ResourceWarning).
func (t *Thread) WarnSource(category *Type, level int, source Value, text string) *Exc {
	return t.warn(NewStr(text).Value(), category.Value(), level, source, nil)
}

// WarnExplicit issues a warning for a line of a file.
func (t *Thread) WarnExplicit(category *Type, text, filename string, line int) *Exc {
	return t.warnExplicit(&warning{category: category.Value(), message: NewStr(text).Value(), filename: NewStr(filename).Value(), line: line})
}

func (t *Thread) syntaxWarning(msg, filename string, line int) *Exc {
	return t.WarnExplicit(SyntaxWarning, msg, filename, line)
}

// warning is one warning on its way to being shown.
type warning struct {
	category, message Value
	filename          Value
	line              int
	module            Value // nil: derived from the filename
	registry          Value // nil or None: none
	sourceLine        Value // nil: to be looked up
	source            Value // nil: none
}

// internalFrame tells whether an activation belongs to the import system.
func internalFrame(fr *frame) bool {
	name := fr.code.filename.s
	return strings.Contains(name, "importlib") && strings.Contains(name, "_bootstrap")
}

// warn issues a warning as warnings.warn does.
func (t *Thread) warn(message, category Value, level int, source Value, skip []string) *Exc {
	fr := t.cur
	up := func() { fr = t.callerOf(fr) }
	if fr.code == nil {
		fr = nil
	}
	outside := func() bool {
		if internalFrame(fr) {
			return false
		}
		for _, p := range skip {
			if strings.HasPrefix(fr.code.filename.s, p) {
				return false
			}
		}
		return true
	}
	if fr == nil || level <= 0 || internalFrame(fr) {
		for ; level > 1 && fr != nil; level-- {
			up()
		}
	} else {
		for ; level > 1 && fr != nil; level-- {
			for up(); fr != nil && !outside(); {
				up()
			}
		}
	}
	w := &warning{category: category, message: message, source: source}
	var globals *Dict
	if fr == nil {
		globals = t.interp.sysDict
		w.filename = InternStr("<sys>").Value()
	} else {
		globals = fr.fn().globals
		w.filename, w.line = fr.code.filename.Value(), fr.line()
	}
	if globals == nil {
		globals = NewDict()
	}
	w.registry = globals.GetStr(t, "__warningregistry__")
	if w.registry.p == nil {
		w.registry = NewDict().Value()
		globals.SetStr(t, "__warningregistry__", w.registry)
	}
	w.module = globals.GetStr(t, "__name__")
	if _, isStr := ToStr(w.module); !isStr && (w.module.p == nil || !w.module.IsNone()) {
		w.module = InternStr("<string>").Value()
	}
	return t.warnExplicit(w)
}

// moduleOfFile is the module name for a warning that names none.
func moduleOfFile(filename Value) Value {
	s, ok := ToStr(filename)
	if !ok {
		return filename
	}
	if s.n == 0 {
		return InternStr("<unknown>").Value()
	}
	if strings.HasSuffix(s.s, ".py") {
		return NewStr(strings.TrimSuffix(s.s, ".py")).Value()
	}
	return filename
}

// warnExplicit filters a warning and shows it.
func (t *Thread) warnExplicit(w *warning) *Exc {
	if w.module.p != nil && w.module.IsNone() {
		return nil
	}
	if w.module.p == nil {
		w.module = moduleOfFile(w.filename)
	}
	var registry *Dict
	if w.registry.p != nil && !w.registry.IsNone() {
		d, ok := ToDict(w.registry)
		if !ok {
			return t.TypeErr("'registry' must be a dict or None")
		}
		registry = d
	}
	text := w.message
	if e, ok := ToExc(w.message); ok && e.Is(Warning) {
		s, err := t.StrOf(w.message)
		if err != nil {
			return err
		}
		text, w.category = s.Value(), e.typ.Value()
	} else {
		m, err := t.Call(w.category, w.message)
		if err != nil {
			return err
		}
		w.message = m
	}
	key := NewTuple(text, w.category, IntOf(w.line)).Value()
	if registry != nil {
		if seen, err := t.alreadyWarned(registry, key, false); err != nil || seen {
			return err
		}
	}
	action, item, err := t.warningAction(w, text)
	if err != nil {
		return err
	}
	name, ok := ToStr(action)
	if !ok {
		return t.TypeErr("action must be a string, not '%s'", action.p.typ.name)
	}
	switch name.s {
	case "error":
		e, ok := ToExc(w.message)
		if !ok {
			return t.TypeErr("exceptions must derive from BaseException")
		}
		return e
	case "ignore":
		return nil
	}
	once := false
	switch name.s {
	case "once":
		if registry == nil {
			d, err := t.onceRegistry()
			if err != nil {
				return err
			}
			registry = d
		}
		once = true
	case "module":
		once = registry != nil
	case "always", "all", "default":
	default:
		r, err := t.Repr(action)
		if err != nil {
			return err
		}
		i, err := t.Repr(item)
		if err != nil {
			return err
		}
		return t.Raise(RuntimeError, "Unrecognized action (%s) in warnings.filters:\n %s", r.s, i.s)
	}
	if name.s != "always" && name.s != "all" && registry != nil {
		if err := registry.Set(t, key, True); err != nil {
			return err
		}
	}
	if once {
		seen, err := t.alreadyWarned(registry, NewTuple(text, w.category).Value(), true)
		if err != nil || seen {
			return err
		}
	}
	return t.showWarning(w, text)
}

var strVersion = InternStr("version")

// alreadyWarned looks a key up in a registry, which is emptied first when the
// filters have changed since its last use; note adds the key.
func (t *Thread) alreadyWarned(registry *Dict, key Value, note bool) (bool, *Exc) {
	version := Int64(t.warnState().version.Load())
	v, err := registry.Get(t, strVersion.Value())
	if err != nil {
		return false, err
	}
	if v != version {
		registry.Lock(t)
		registry.Clear()
		registry.Unlock(t)
		if err := registry.Set(t, strVersion.Value(), version); err != nil {
			return false, err
		}
	} else {
		x, err := registry.Get(t, key)
		if err != nil {
			return false, err
		}
		if x.p != nil {
			if b, err := t.Truth(x); err != nil || b {
				return b, err
			}
		}
	}
	if note {
		return false, registry.Set(t, key, True)
	}
	return false, nil
}

func (t *Thread) onceRegistry() (*Dict, *Exc) {
	v, err := t.warningsAttr("onceregistry", false)
	if err != nil {
		return nil, err
	}
	if v.p == nil {
		return t.warnState().once, nil
	}
	d, ok := ToDict(v)
	if !ok {
		return nil, t.TypeErr("_warnings.onceregistry must be a dict, not '%s'", v.p.typ.name)
	}
	return d, nil
}

// matches tells whether a pattern of a filter (None, a str or a compiled
// regular expression) matches.
func (t *Thread) matches(pattern, arg Value) (bool, *Exc) {
	if pattern.IsNone() {
		return true, nil
	}
	if pattern.p.shape == shStr {
		return t.Equal(pattern, arg)
	}
	r, err := t.CallMethodS(pattern, "match", arg)
	if err != nil {
		return false, err
	}
	return t.Truth(r)
}

// warningAction finds the action for a warning and the filter that says so.
func (t *Thread) warningAction(w *warning, text Value) (action, item Value, err *Exc) {
	v, err := t.warningsAttr("filters", false)
	if err != nil {
		return Value{}, Value{}, err
	}
	filters := t.warnState().filters.Load()
	if v.p != nil {
		l, ok := ToList(v)
		if !ok {
			return Value{}, Value{}, t.ValueErr("_warnings.filters must be a list")
		}
		// It is remembered, for when the module's list is gone.
		filters = l
		t.warnState().filters.Store(l)
	}
	for i := 0; ; i++ {
		item := filters.Get(t, i)
		if item.p == nil {
			break
		}
		f, ok := ToTuple(item)
		if !ok || len(f.items) != 5 {
			return Value{}, Value{}, t.ValueErr("_warnings.filters item %d isn't a 5-tuple", i)
		}
		action, msg, cat, mod, ln := f.items[0], f.items[1], f.items[2], f.items[3], f.items[4]
		if _, ok := ToStr(action); !ok {
			return Value{}, Value{}, t.TypeErr("action must be a string, not '%s'", action.p.typ.name)
		}
		good, err := t.matches(msg, text)
		if err != nil {
			return Value{}, Value{}, err
		}
		if !good {
			continue
		}
		if good, err = t.matches(mod, w.module); err != nil {
			return Value{}, Value{}, err
		}
		if !good {
			continue
		}
		if good, err = t.IsSubclassOf(w.category, cat); err != nil {
			return Value{}, Value{}, err
		}
		n, err := t.AsInt(ln)
		if err != nil {
			return Value{}, Value{}, err
		}
		if good && (n == 0 || n == w.line) {
			return action, item, nil
		}
	}
	if action, err = t.warningsAttr("defaultaction", false); err != nil {
		return Value{}, Value{}, err
	}
	if action.p == nil {
		action = t.warnState().fallback
	}
	if _, ok := ToStr(action); !ok {
		return Value{}, Value{}, t.TypeErr("_warnings.defaultaction must be a string, not '%s'", action.p.typ.name)
	}
	return action, None, nil
}

// showWarning shows a warning through warnings._showwarnmsg, or on sys.stderr.
func (t *Thread) showWarning(w *warning, text Value) *Exc {
	show, err := t.warningsAttr("_showwarnmsg", w.source.p != nil)
	if err != nil {
		return err
	}
	if show.p == nil {
		return t.printWarning(w, text)
	}
	if show.p.typ.slots.Call == nil {
		return t.TypeErr("warnings._showwarnmsg() must be set to a callable")
	}
	cls, err := t.warningsAttr("WarningMessage", false)
	if err != nil {
		return err
	}
	if cls.p == nil {
		return t.Raise(RuntimeError, "unable to get warnings.WarningMessage")
	}
	msg, err := t.Call(cls, w.message, w.category, w.filename, IntOf(w.line), None, None, orNone(w.source))
	if err != nil {
		return err
	}
	_, err = t.Call(show, msg)
	return err
}

// printWarning is how warnings look before the warnings module is imported.
func (t *Thread) printWarning(w *warning, text Value) *Exc {
	n, err := t.GetAttr(w.category, strName)
	if err != nil {
		return err
	}
	file := t.safeStr(w.filename, "filename")
	out := file + ":" + strconv.Itoa(w.line) + ": " + t.safeStr(n, "name") + ": " + t.safeStr(text, "message") + "\n"
	line := ""
	if s, ok := ToStr(w.sourceLine); ok {
		line = s.s
	} else if lines := t.sourceLines(file, nil); w.line >= 1 && w.line <= len(lines) {
		line = lines[w.line-1]
	}
	if line = strings.TrimLeft(strings.TrimRight(line, "\n"), " \t\f"); line != "" {
		out += "  " + line + "\n"
	}
	t.writeStderr(out)
	return nil
}

// warningCategory checks the category of warn(): that of a Warning instance,
// UserWarning when none is given.
func (t *Thread) warningCategory(message, category Value) (Value, *Exc) {
	if e, ok := ToExc(message); ok && e.Is(Warning) {
		return e.typ.Value(), nil
	}
	if category.p == nil || category.IsNone() {
		return UserWarning.Value(), nil
	}
	if tp, ok := ToType(category); ok && tp.IsSubtype(Warning) {
		return category, nil
	}
	return Value{}, t.TypeErr("category must be a Warning subclass, not '%s'", category.p.typ.name)
}

func warningsWarn(t *Thread, _ Value, a []Value) (Value, *Exc) {
	level := 1
	if a[2].p != nil {
		n, err := t.AsInt(a[2])
		if err != nil {
			return Value{}, err
		}
		level = n
	}
	var skip []string
	if a[4].p != nil {
		tup, ok := ToTuple(a[4])
		if !ok {
			return Value{}, t.TypeErr("warn() argument 'skip_file_prefixes' must be tuple, not %s", argTypeName(a[4]))
		}
		for _, v := range tup.items {
			s, ok := ToStr(v)
			if !ok {
				return Value{}, t.TypeErr("Found non-str '%s' in skip_file_prefixes.", v.p.typ.name)
			}
			skip = append(skip, s.s)
		}
		if len(skip) > 0 {
			level = max(level, 2)
		}
	}
	category, err := t.warningCategory(a[0], a[1])
	if err != nil {
		return Value{}, err
	}
	source := a[3]
	if source.p != nil && source.IsNone() {
		source = Value{}
	}
	return None, t.warn(a[0], category, level, source, skip)
}

func warningsWarnExplicit(t *Thread, _ Value, a []Value) (Value, *Exc) {
	w := &warning{message: a[0], category: a[1], filename: a[2], module: a[4], registry: a[5], source: a[7]}
	n, err := t.AsInt(a[3])
	if err != nil {
		return Value{}, err
	}
	w.line = n
	if _, ok := ToStr(a[2]); !ok {
		return Value{}, t.TypeErr("warn_explicit() argument 'filename' must be str, not %s", argTypeName(a[2]))
	}
	if w.category, err = t.warningCategory(a[0], a[1]); err != nil {
		return Value{}, err
	}
	if w.source.p != nil && w.source.IsNone() {
		w.source = Value{}
	}
	if g := a[6]; g.p != nil && !g.IsNone() {
		d, ok := ToDict(g)
		if !ok {
			return Value{}, t.TypeErr("module_globals must be a dict, not '%s'", g.p.typ.name)
		}
		if w.sourceLine, err = t.loadedLine(d, n); err != nil {
			return Value{}, err
		}
	}
	return None, t.warnExplicit(w)
}

// loadedLine is line n of a module's source as its loader gives it, the zero
// Value if it gives none.
func (t *Thread) loadedLine(globals *Dict, n int) (Value, *Exc) {
	ext := t.interp.importlibExternal
	if ext.p == nil {
		return Value{}, nil
	}
	loader, err := t.CallMethodS(ext, "_bless_my_loader", globals.Value())
	if err != nil || loader.IsNone() {
		return Value{}, err
	}
	name := globals.getStr(strName)
	if name.p == nil {
		return Value{}, nil
	}
	get, err := t.GetAttrOpt(loader, InternStr("get_source"))
	if err != nil || get.p == nil {
		return Value{}, err
	}
	v, err := t.Call(get, name)
	if err != nil {
		return Value{}, err
	}
	if s, ok := ToStr(v); ok {
		if lines := textLines(s.s); n >= 1 && n <= len(lines) {
			return NewStr(lines[n-1]).Value(), nil
		}
	}
	return Value{}, nil
}

func init() {
	RegisterModule(ModuleSpec{Name: "_warnings", Doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
		Methods: []MethodSpec{
			{Name: "warn", Sig: "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()", Fn: FnSig(warningsWarn),
				Doc: "Issue a warning, or maybe ignore it or raise an exception."},
			{Name: "warn_explicit", Sig: "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None", Fn: FnSig(warningsWarnExplicit),
				Doc: "Issue a warning, or maybe ignore it or raise an exception."},
			{Name: "_filters_mutated", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				t.warnState().version.Add(1)
				return None, nil
			})},
		},
		Init: func(t *Thread, m *Module) *Exc {
			s := t.warnState()
			m.Set("filters", s.filters.Load().Value())
			m.Set("_onceregistry", s.once.Value())
			m.Set("_defaultaction", s.fallback)
			return nil
		}})
}
