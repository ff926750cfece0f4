// Package sysconfigdata is the module that sysconfig reads its build variables
// from. Coachwhip is not built by CPython's makefile, so only those variables
// are here that say something true about this runtime.
package sysconfigdata

import "github.com/coachwhip/coachwhip/internal/py"

const multiarch = "x86_64-linux-gnu"

func init() { py.RegisterPackage(registerSysconfigdata, "_sysconfigdata__linux_"+multiarch) }

func registerSysconfigdata() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_sysconfigdata__linux_" + multiarch,
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			vars := py.NewDict()
			text := func(name, value string) {
				vars.SetKey(py.InternStr(name), py.NewStr(value).Value())
			}
			number := func(name string, value int64) {
				vars.SetKey(py.InternStr(name), py.Int64(value))
			}
			text("VERSION", "3.13")
			text("LDVERSION", "3.13")
			text("ABIFLAGS", "")
			text("MULTIARCH", multiarch)
			text("MACHDEP", "linux")
			text("SOABI", "coachwhip-313-"+multiarch)
			text("EXT_SUFFIX", ".coachwhip-313-"+multiarch+".so")
			text("EXE", "")
			text("EXEEXT", "")
			text("CONFIG_ARGS", "")
			text("CFLAGS", "")
			text("PY_CFLAGS", "")
			text("PY_CFLAGS_NODIST", "")
			text("PLATLIBDIR", "lib")
			number("Py_DEBUG", 0)
			number("Py_ENABLE_SHARED", 0)
			number("Py_GIL_DISABLED", 0)
			number("HAVE_GETRANDOM", 1)
			number("HAVE_GETRANDOM_SYSCALL", 1)
			number("WITH_DOC_STRINGS", 1)
			number("SIZEOF_VOID_P", 8)
			number("SIZEOF_SIZE_T", 8)
			number("SIZEOF_LONG", 8)
			number("SIZEOF_TIME_T", 8)
			m.Set("build_time_vars", vars.Value())
			return nil
		},
	})
}
