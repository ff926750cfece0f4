package py

import (
	"encoding/binary"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// The _imp module and the frozen modules that importlib starts from.

// frozenModule is a module that is there before any importer exists, or that
// CPython has for trying such modules out.
type frozenModule struct {
	file   string // in the library; "": the module is empty
	origin string // the module's name when it was frozen, "" for none
	pkg    bool
	text   string // the source of a module that no file holds
	needed bool   // even if frozen modules are off
}

// frozenModules has them by name.
var frozenModules = map[string]frozenModule{
	"_frozen_importlib":          {file: "importlib/_bootstrap.py", origin: "importlib._bootstrap", needed: true},
	"_frozen_importlib_external": {file: "importlib/_bootstrap_external.py", origin: "importlib._bootstrap_external", needed: true},
	"zipimport":                  {file: "zipimport.py", origin: "zipimport", needed: true},
	"abc":                        {file: "abc.py", origin: "abc"},
	"codecs":                     {file: "codecs.py", origin: "codecs"},
	"io":                         {file: "io.py", origin: "io"},
	"_collections_abc":           {file: "_collections_abc.py", origin: "_collections_abc"},
	"_sitebuiltins":              {file: "_sitebuiltins.py", origin: "_sitebuiltins"},
	"genericpath":                {file: "genericpath.py", origin: "genericpath"},
	"ntpath":                     {file: "ntpath.py", origin: "ntpath"},
	"posixpath":                  {file: "posixpath.py", origin: "posixpath"},
	"importlib.util":             {file: "importlib/util.py", origin: "importlib.util"},
	"importlib.machinery":        {file: "importlib/machinery.py", origin: "importlib.machinery"},
	"os":                         {file: "os.py", origin: "os"},
	"site":                       {file: "site.py", origin: "site"},
	"stat":                       {file: "stat.py", origin: "stat"},
	"runpy":                      {file: "runpy.py", origin: "runpy"},
	"os.path":                    {file: "posixpath.py", origin: "posixpath"},
	"__hello__":                  {file: "__hello__.py", origin: "__hello__"},
	"__hello_alias__":            {file: "__hello__.py", origin: "__hello__"},
	"__phello_alias__":           {file: "__hello__.py", origin: "__hello__", pkg: true},
	"__phello_alias__.spam":      {file: "__hello__.py", origin: "__hello__"},
	"__phello__":                 {file: "__phello__/__init__.py", origin: "__phello__", pkg: true},
	"__phello__.__init__":        {file: "__phello__/__init__.py", origin: "<__phello__"},
	"__phello__.ham":             {origin: "__phello__.ham", pkg: true},
	"__phello__.ham.__init__":    {origin: "<__phello__.ham"},
	"__phello__.ham.eggs":        {origin: "__phello__.ham.eggs"},
	"__phello__.spam":            {file: "__phello__/spam.py", origin: "__phello__.spam"},
	"__hello_only__":             {text: "initialized = True\nprint('Hello world!')\n"},
}

// frozen looks a frozen module up.
func (t *Thread) frozen(name string) (frozenModule, bool) {
	f, ok := frozenModules[name]
	lib := t.interp.opts.Library
	if !ok || lib == nil || f.file != "" && !lib.Exists(f.file) {
		return f, false
	}
	return f, f.needed || t.interp.noFrozen.Load() == 0
}

// frozenCode is the code of a frozen module.
func (t *Thread) frozenCode(name string) (*Code, *Exc) {
	f := frozenModules[name]
	if f.file != "" {
		return t.libraryCode(f.file, frozenFile(name))
	}
	return t.CompileBytes([]byte(f.text), CompileOptions{Filename: frozenFile(name), Mode: syntax.Exec, Optimize: -1})
}

// frozenFile is the co_filename of a frozen module.
func frozenFile(name string) string {
	if o := frozenModules[name].origin; o != "" {
		name = strings.TrimPrefix(o, "<")
	} else if name == "__hello_only__" {
		name = "frozen_only"
	}
	return "<frozen " + name + ">"
}

// frozenNames has the names under which the files of frozen modules are known in
// tracebacks, which show no lines of them.
var frozenNames = func() map[string]string {
	names := map[string]string{}
	for name, f := range frozenModules {
		if name == f.origin {
			names[f.file] = name
		}
	}
	return names
}()

// libraryFile is the co_filename of the code of a file of the packed library.
func (t *Thread) libraryFile(file string) string {
	if name, ok := frozenNames[file]; ok {
		return frozenFile(name)
	}
	return t.interp.opts.StdlibDir + "/" + file
}

// libraryCode compiles a file of the standard library, or takes the compiled
// code that was packed with it.
func (t *Thread) libraryCode(path, filename string) (*Code, *Exc) {
	lib := t.interp.opts.Library
	if lib == nil {
		return nil, t.Raise(ImportError, "there is no standard library")
	}
	if b, ok := lib.Bytecode(path); ok && t.interp.opts.Flags["optimize"] == 0 {
		if c, err := bytecode.DecodeLazy(b, filename); err == nil {
			return NewCode(c), nil
		}
	}
	src, ok := lib.Source(path)
	if !ok {
		return nil, t.Raise(ImportError, "the standard library has no file %s", path)
	}
	return t.CompileBytes(src, CompileOptions{Filename: filename, Mode: syntax.Exec, Optimize: -1})
}

// InstallImportlib loads importlib and installs its finders. Imports of native
// modules work before; everything else needs it.
func (t *Thread) InstallImportlib() *Exc {
	const name = "_frozen_importlib"
	t.setStdPrinter()
	code, err := t.frozenCode(name)
	if err != nil {
		return err
	}
	m := NewModule(name)
	m.dict.setStr(strBuiltins, t.interp.modules.lookup(InternStr("builtins")))
	m.dict.setStr(InternStr("__origname__"), strVal("importlib._bootstrap"))
	t.interp.modules.setStr(InternStr(name), m.Value())
	if _, err := t.RunCode(code, m.dict, m.dict.Value()); err != nil {
		return err
	}
	imp, err := t.ImportModule("_imp")
	if err != nil {
		return err
	}
	if _, err := t.CallMethodS(m.Value(), "_install", t.interp.modules.lookup(InternStr("sys")), imp); err != nil {
		return err
	}
	t.interp.importlib = m
	if _, err := t.CallMethodS(m.Value(), "_install_external_importers"); err != nil {
		return err
	}
	if ext := t.loadedModule(InternStr("_frozen_importlib_external")); ext.p != nil {
		t.interp.importlibExternal = ext
		if m, ok := ToModule(ext); ok {
			t.setPycMagic(m)
		}
	}
	if err := t.installZip(); err != nil {
		return err
	}
	return t.installPacked()
}

// setPycMagic tells a copy of importlib._bootstrap_external what the files of
// compiled code begin with.
func (t *Thread) setPycMagic(m *Module) {
	magic := t.interp.pycMagic()
	m.Set("MAGIC_NUMBER", NewBytes(magic).Value())
	m.Set("_RAW_MAGIC_NUMBER", Int64(int64(binary.LittleEndian.Uint32(magic))))
}

// installZip lets sys.path name zip files.
func (t *Thread) installZip() *Exc {
	m, err := t.ImportModule("zipimport")
	if err != nil {
		return err
	}
	c, err := t.GetAttrS(m, "zipimporter")
	if err != nil {
		return err
	}
	t.addPathHook(c)
	return nil
}

// addPathHook puts a hook in front of sys.path_hooks.
func (t *Thread) addPathHook(hook Value) {
	if hooks, ok := ToList(t.SysGet("path_hooks")); ok {
		hooks.Lock(t)
		hooks.items = append([]Value{hook}, hooks.items...)
		hooks.Unlock(t)
	}
}

// frozenData is the code that marshalled data of a frozen module holds.
func (t *Thread) frozenData(n string, name, data Value) (Value, *Exc) {
	buf, err := t.Buffer(data, BufSimple)
	if err != nil {
		return Value{}, err
	}
	text := append([]byte(nil), buf.Data...)
	buf.Release()
	v, _, err := marshalLoads(t, text, True)
	if err != nil {
		e := t.Raise(ImportError, "Frozen object named '%s' is invalid", n)
		e.SetField(ImportErrName, name)
		return Value{}, e
	}
	if v.p.typ != CodeType {
		return Value{}, t.TypeErr("frozen object %s is not a code object", n)
	}
	return v, nil
}

// pycMagic is importlib.util.MAGIC_NUMBER: it changes with the instruction set,
// the compiler and the version.
func (in *Interp) pycMagic() []byte {
	h := fnv.New64a()
	h.Write([]byte(Version))
	h.Write(binary.LittleEndian.AppendUint64(nil, bytecode.Magic()))
	h.Write(binary.LittleEndian.AppendUint64(nil, in.opts.Compiler))
	n := h.Sum64()
	return []byte{byte(n), byte(n >> 8), '\r', '\n'}
}

// importLock is the lock of imp.acquire_lock. count belongs to the holder.
type importLock struct {
	mu    Mutex
	count int // of the thread that holds it
}

func impName(t *Thread, v Value, fn string) (string, *Exc) {
	s, ok := ToStr(v)
	if !ok {
		return "", t.TypeErr("%s() argument must be str, not %s", fn, v.p.typ.name)
	}
	return s.s, nil
}

func init() {
	RegisterModule(ModuleSpec{
		Name: "_imp",
		Doc:  "(Extremely) low-level import machinery bits as used by importlib.",
		Methods: []MethodSpec{
			{Name: "is_builtin", Sig: "name, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				n, err := impName(t, v, "is_builtin")
				if err != nil {
					return Value{}, err
				}
				switch {
				case n == "sys" || n == "builtins":
					return Int64(-1), nil
				case isNative(n):
					return Int64(1), nil
				}
				return Int64(0), nil
			})},
			{Name: "is_frozen", Sig: "name, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				n, err := impName(t, v, "is_frozen")
				if err != nil {
					return Value{}, err
				}
				_, ok := t.frozen(n)
				return Bool(ok), nil
			})},
			{Name: "is_frozen_package", Sig: "name, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				n, err := impName(t, v, "is_frozen_package")
				if err != nil {
					return Value{}, err
				}
				f, ok := t.frozen(n)
				if !ok {
					e := t.Raise(ImportError, "No such frozen object named '%s'", n)
					e.SetField(ImportErrName, v)
					return Value{}, e
				}
				return Bool(f.pkg), nil
			})},
			{Name: "find_frozen", Sig: "name, /, *, withdata=False", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				n, err := impName(t, a[0], "find_frozen")
				if err != nil {
					return Value{}, err
				}
				f, ok := t.frozen(n)
				if !ok {
					return None, nil
				}
				origin := None
				if f.origin != "" {
					origin = strVal(f.origin)
				}
				return NewTuple(None, Bool(f.pkg), origin).Value(), nil
			})},
			{Name: "get_frozen_object", Sig: "name, data=None, /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				n, err := impName(t, a[0], "get_frozen_object")
				if err != nil {
					return Value{}, err
				}
				if len(a) > 1 && a[1].p != nil && !a[1].IsNone() {
					return t.frozenData(n, a[0], a[1])
				}
				if _, ok := t.frozen(n); !ok {
					e := t.Raise(ImportError, "No such frozen object named '%s'", n)
					e.SetField(ImportErrName, a[0])
					return Value{}, e
				}
				c, err := t.frozenCode(n)
				if err != nil {
					return Value{}, err
				}
				return c.Value(), nil
			})},
			{Name: "init_frozen", Sig: "name, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) { return None, nil })},
			{Name: "create_builtin", Sig: "spec, /", Fn: Fn1(func(t *Thread, _, spec Value) (Value, *Exc) {
				nv, err := t.GetAttrS(spec, "name")
				if err != nil {
					return Value{}, err
				}
				n, err := impName(t, nv, "create_builtin")
				if err != nil {
					return Value{}, err
				}
				if m := t.loadedModule(InternStr(n)); m.p != nil && (n == "sys" || n == "builtins") {
					return m, nil
				}
				s := nativeModule(n)
				if s == nil {
					return None, nil
				}
				m, err := t.newNativeModule(s)
				if err != nil {
					return Value{}, err
				}
				return m.Value(), nil
			})},
			{Name: "exec_builtin", Sig: "mod, /", Fn: Fn1(func(t *Thread, _, m Value) (Value, *Exc) { return Int64(0), nil })},
			{Name: "create_dynamic", Sig: "spec, file=None, /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				return Value{}, t.Raise(ImportError, "extension modules in machine code cannot be loaded")
			})},
			{Name: "exec_dynamic", Sig: "mod, /", Fn: Fn1(func(t *Thread, _, m Value) (Value, *Exc) { return Int64(0), nil })},
			{Name: "extension_suffixes", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return NewList(nil).Value(), nil })},
			{Name: "acquire_lock", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				l := &t.interp.impLock
				if l.mu.Owner() != t {
					if _, err := l.mu.LockUntil(t, WaitImport, nil, NoDeadline); err != nil {
						return Value{}, err
					}
				}
				l.count++
				return None, nil
			})},
			{Name: "release_lock", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				l := &t.interp.impLock
				if l.mu.Owner() != t {
					return Value{}, t.Raise(RuntimeError, "not holding the import lock")
				}
				if l.count--; l.count == 0 {
					l.mu.Unlock()
				}
				return None, nil
			})},
			{Name: "lock_held", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return Bool(t.interp.impLock.mu.Held()), nil })},
			{Name: "_fix_co_filename", Sig: "code, path, /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				s, ok := ToStr(a[1])
				if a[0].p.typ != CodeType || !ok {
					return Value{}, t.TypeErr("_fix_co_filename() takes a code object and a str")
				}
				asCode(a[0]).setFilename(internOf(s))
				return None, nil
			})},
			{Name: "source_hash", Sig: "key, source", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				k, err := t.AsInt(a[0])
				if err != nil {
					return Value{}, err
				}
				b, err := t.Buffer(a[1], BufSimple)
				if err != nil {
					return Value{}, err
				}
				defer b.Release()
				h := sipHash13(uint64(k), 0, asString(b.Data))
				out := make([]byte, 8)
				for i := range out {
					out[i] = byte(h >> (8 * i))
				}
				return NewBytes(out).Value(), nil
			})},
			{Name: "_frozen_module_names", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				var names []Value
				for _, n := range slices.Sorted(maps.Keys(frozenModules)) {
					if _, ok := t.frozen(n); ok {
						names = append(names, strVal(n))
					}
				}
				return NewList(names).Value(), nil
			})},
			{Name: "_override_frozen_modules_for_tests", Sig: "override, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				n, err := t.CInt(v)
				if err != nil {
					return Value{}, err
				}
				off := int32(0)
				if n < 0 {
					off = 1
				}
				t.interp.noFrozen.Store(off)
				return None, nil
			})},
			{Name: "_override_multi_interp_extensions_check", Sig: "override, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) { return Int64(0), nil })},
		},
		Init: func(t *Thread, m *Module) *Exc {
			m.Set("check_hash_based_pycs", strVal("default"))
			return nil
		},
	})
}

// setFilename changes co_filename of a code object and of all code in it.
func (c *Code) setFilename(name *Str) {
	c.ready()
	c.filename = name
	for _, k := range c.consts {
		if k.p.typ == CodeType {
			asCode(k).setFilename(name)
		}
	}
}

// packedImporter imports from the packed library; it is finder and loader at
// once, as zipimporter is. path is the directory in the library, "" for its top.
type packedImporter struct {
	Header
	path string
}

// PackedImporterType is the type of the importer of the packed library.
var PackedImporterType = new(Type)

// installPacked puts the packed library's importer into sys.path_hooks.
func (t *Thread) installPacked() *Exc {
	if l := t.interp.opts.Library; l == nil || !l.Packed() {
		return nil
	}
	t.addPathHook(PackedImporterType.Value())
	return nil
}

// packedPath turns a file name below the library's place in sys.path into a
// path in the library.
func (t *Thread) packedPath(file string) (string, bool) {
	dir := t.interp.opts.StdlibDir
	if file == dir {
		return "", true
	}
	if strings.HasPrefix(file, dir+"/") {
		return file[len(dir)+1:], true
	}
	return "", false
}

// find looks a module up: its file in the library and whether it is a package.
func (p *packedImporter) find(t *Thread, full string) (file string, pkg, ok bool) {
	lib := t.interp.opts.Library
	base := full[strings.LastIndexByte(full, '.')+1:]
	if p.path != "" {
		base = p.path + "/" + base
	}
	if f := base + "/__init__.py"; lib.Exists(f) {
		return f, true, true
	}
	if f := base + ".py"; lib.Exists(f) {
		return f, false, true
	}
	return "", false, false
}

func asPacked(v Value) *packedImporter { return (*packedImporter)(v.ptr()) }

// packedNamed is find with the ImportError of a missing module.
func packedNamed(t *Thread, v, name Value) (file string, pkg bool, err *Exc) {
	n, err := impName(t, name, "packed importer")
	if err != nil {
		return "", false, err
	}
	f, pkg, ok := asPacked(v).find(t, n)
	if !ok {
		e := t.Raise(ImportError, "the packed library has no module %s", n)
		e.SetField(ImportErrName, name)
		return "", false, e
	}
	return f, pkg, nil
}

// LibrarySource returns the source of a file that stands in the packed
// library, given the file name that its code objects carry.
func (t *Thread) LibrarySource(file string) ([]byte, bool) {
	lib := t.interp.opts.Library
	if lib == nil {
		return nil, false
	}
	if p, ok := t.packedPath(file); ok && lib.Packed() {
		return lib.Source(p)
	}
	for n, f := range frozenModules {
		if frozenFile(n) == file {
			return lib.Source(f.file)
		}
	}
	return nil, false
}

func init() {
	RegisterType(TypeSpec{
		Type: PackedImporterType, Name: "_coachwhip.packedimporter",
		Doc: "Imports modules from the library that is packed into the program.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if err := args.Count(t, "packedimporter", 1, 1); err != nil {
					return Value{}, err
				}
				s, ok := ToStr(args.vals[0])
				if !ok || t.interp.opts.Library == nil {
					return Value{}, t.Raise(ImportError, "not a path of the packed library")
				}
				p, ok := t.packedPath(s.s)
				if !ok || p != "" && !t.interp.opts.Library.IsDir(p) {
					return Value{}, t.Raise(ImportError, "not a path of the packed library")
				}
				o := allocFor[packedImporter](cls)
				o.path = p
				return Value{&o.Header, 0}, nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				return strVal("<packedimporter object \"" + t.interp.opts.StdlibDir + "/" + asPacked(v).path + "\">"), nil
			},
		},
		Methods: []MethodSpec{
			{Name: "find_spec", Sig: "fullname, target=None", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				n, err := impName(t, a[0], "find_spec")
				if err != nil {
					return Value{}, err
				}
				file, pkg, ok := asPacked(v).find(t, n)
				if !ok {
					return None, nil
				}
				// sys.modules may be kept from giving it a second time.
				ext := t.interp.importlibExternal
				if ext.p == nil {
					if ext, err = t.ImportModule("_frozen_importlib_external"); err != nil {
						return Value{}, err
					}
				}
				f, err := t.GetAttrS(ext, "spec_from_file_location")
				if err != nil {
					return Value{}, err
				}
				path := t.interp.opts.StdlibDir + "/" + file
				kw := NewDict()
				kw.setStr(InternStr("loader"), v)
				if pkg {
					kw.setStr(strSubmoduleSearch, NewList([]Value{strVal(strings.TrimSuffix(path, "/__init__.py"))}).Value())
				}
				spec, err := t.CallKw(f, []Value{a[0], strVal(path)}, kw)
				if err != nil {
					return Value{}, err
				}
				return spec, t.SetAttr(spec, InternStr("cached"), None)
			})},
			{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				// The type has no importable name; who reads it finds the importer of the same path.
				pkgutil, err := t.ImportModule("pkgutil")
				if err != nil {
					return Value{}, err
				}
				get, err := t.GetAttrS(pkgutil, "get_importer")
				if err != nil {
					return Value{}, err
				}
				path := strVal(strings.TrimSuffix(t.interp.opts.StdlibDir+"/"+asPacked(v).path, "/"))
				return NewTuple(get, NewTuple(path).Value()).Value(), nil
			})},
			{Name: "invalidate_caches", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return None, nil })},
			{Name: "create_module", Sig: "spec", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) { return None, nil })},
			{Name: "exec_module", Sig: "module", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				m, ok := ToModule(a[0])
				if !ok {
					return Value{}, t.TypeErr("exec_module() argument must be a module, not %s", a[0].p.typ.name)
				}
				file, _, err := packedNamed(t, v, orNone(m.dict.lookup(strName)))
				if err != nil {
					return Value{}, err
				}
				code, err := t.libraryCode(file, t.libraryFile(file))
				if err != nil {
					return Value{}, err
				}
				if m.dict.lookup(strBuiltins).p == nil {
					m.dict.put(strBuiltins, t.interp.builtins.Value())
				}
				// Through importlib's own helper, whose frame marks those that
				// tracebacks of failed imports leave out.
				call, err := t.importlibAttr("_call_with_frames_removed")
				if err != nil || call.p == nil {
					return Value{}, err
				}
				r, err := t.Call(call, t.interp.builtins.lookup(InternStr("exec")), code.Value(), m.dict.Value())
				if err == nil && file == frozenModules["_frozen_importlib_external"].file {
					t.setPycMagic(m)
				}
				return r, err
			})},
			{Name: "get_code", Sig: "fullname", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				file, _, err := packedNamed(t, v, a[0])
				if err != nil {
					return Value{}, err
				}
				c, err := t.libraryCode(file, t.libraryFile(file))
				if err != nil {
					return Value{}, err
				}
				return c.Value(), nil
			})},
			{Name: "get_source", Sig: "fullname", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				file, _, err := packedNamed(t, v, a[0])
				if err != nil {
					return Value{}, err
				}
				src, ok := t.interp.opts.Library.Source(file)
				if !ok {
					return None, nil
				}
				return strVal(string(src)), nil
			})},
			{Name: "get_filename", Sig: "fullname", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				file, _, err := packedNamed(t, v, a[0])
				return strVal(t.interp.opts.StdlibDir + "/" + file), err
			})},
			{Name: "is_package", Sig: "fullname", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				_, pkg, err := packedNamed(t, v, a[0])
				return Bool(pkg), err
			})},
			{Name: "get_data", Sig: "pathname", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				n, err := impName(t, a[0], "get_data")
				if err != nil {
					return Value{}, err
				}
				if p, ok := t.packedPath(n); ok {
					if src, ok := t.interp.opts.Library.Source(p); ok {
						return NewBytes(append([]byte(nil), src...)).Value(), nil
					}
				}
				return Value{}, t.Raise(FileNotFoundError, "[Errno 2] No such file or directory: '%s'", n)
			})},
		},
	})
}
