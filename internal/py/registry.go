package py

import (
	"sort"
	"sync"
)

// registry has the modules and types that are written in Go. Init functions
// fill it; packages of modules that few programs import do so only when one of
// their modules is first imported.
var registry struct {
	mu       sync.Mutex // of the fields; not held while anything else runs
	modules  map[string]*ModuleSpec
	packages map[string]*nativePackage
	types    []*TypeSpec
	guarded  bool // see addGuards
	made     int  // those of types that are types already

	loading sync.Mutex // one package is loaded at a time
	// makeTypes is the function makeTypes; a field, as initialization may not
	// refer to it.
	makeTypes func(more func(byType map[*Type]*TypeSpec))
}

func init() { registry.makeTypes = makeTypes }

// nativePackage is a Go package that registers its modules when they are needed.
type nativePackage struct {
	register func()
	once     sync.Once
}

// RegisterModule declares a native module. It is called from init functions,
// or from a function that RegisterPackage was given.
func RegisterModule(s ModuleSpec) {
	registry.mu.Lock()
	defer registry.mu.Unlock()
	if registry.modules == nil {
		registry.modules = map[string]*ModuleSpec{}
	}
	registry.modules[s.Name] = &s
}

// RegisterType declares a builtin type. It is called from init functions, or
// from a function that RegisterPackage was given.
func RegisterType(s TypeSpec) {
	registry.mu.Lock()
	registry.types = append(registry.types, &s)
	registry.mu.Unlock()
}

// RegisterPackage declares native modules that register, with the types they
// need, when one of them is first imported: start-up does not pay for them.
// Nothing may use the types before.
func RegisterPackage(register func(), modules ...string) {
	p := &nativePackage{register: register}
	registry.mu.Lock()
	defer registry.mu.Unlock()
	if registry.packages == nil {
		registry.packages = map[string]*nativePackage{}
	}
	for _, m := range modules {
		registry.packages[m] = p
	}
}

// nativeModule returns the spec of a native module, nil when there is none.
func nativeModule(name string) *ModuleSpec {
	registry.mu.Lock()
	s, p := registry.modules[name], registry.packages[name]
	registry.mu.Unlock()
	if s != nil || p == nil {
		return s
	}
	p.once.Do(func() {
		registry.loading.Lock()
		defer registry.loading.Unlock()
		p.register()
		registry.makeTypes(nil)
	})
	registry.mu.Lock()
	defer registry.mu.Unlock()
	return registry.modules[name]
}

// isNative tells whether there is a native module of that name.
func isNative(name string) bool {
	registry.mu.Lock()
	defer registry.mu.Unlock()
	return registry.modules[name] != nil || registry.packages[name] != nil
}

// BuiltinModuleNames lists the native modules, sorted.
func BuiltinModuleNames() []string {
	registry.mu.Lock()
	names := make([]string, 0, len(registry.modules)+len(registry.packages))
	for n := range registry.modules {
		names = append(names, n)
	}
	for n := range registry.packages {
		if registry.modules[n] == nil {
			names = append(names, n)
		}
	}
	registry.mu.Unlock()
	sort.Strings(names)
	return names
}

// builtinTypes returns the specs of the types that there are.
func builtinTypes() []*TypeSpec {
	registry.mu.Lock()
	defer registry.mu.Unlock()
	return registry.types[:registry.made:registry.made]
}

// makeTypes makes types of what was registered since the last time. more may
// add to the specs before.
func makeTypes(more func(byType map[*Type]*TypeSpec)) {
	registry.mu.Lock()
	specs := registry.types[registry.made:]
	registry.mu.Unlock()
	byType := make(map[*Type]*TypeSpec, len(specs))
	for _, s := range specs {
		if byType[s.Type] != nil || s.Type.spec != nil {
			panic("type registered twice: " + s.Name)
		}
		byType[s.Type] = s
	}
	if more != nil {
		more(byType)
		registry.mu.Lock()
		specs = registry.types[registry.made:]
		registry.mu.Unlock()
	}
	registry.mu.Lock()
	guarded := registry.guarded
	registry.mu.Unlock()
	for _, s := range specs {
		if guarded && s.Guarded {
			s.addGuards()
		}
		prepareType(s, byType)
	}
	for _, s := range specs {
		finishType(s.Type)
	}
	registry.mu.Lock()
	registry.made += len(specs)
	registry.mu.Unlock()
}
