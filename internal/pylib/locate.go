package pylib

import (
	"errors"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// ErrNoLibrary is Locate's answer when there is no library anywhere.
var ErrNoLibrary = errors.New("no Python library: build with `make`, or name one with --stdlib DIR or COACHWHIP_STDLIB, or install CPython 3.13")

// NotALibraryError names a directory that was asked for and is no library.
type NotALibraryError struct {
	Dir    string
	Source string // where the request came from
}

func (e *NotALibraryError) Error() string {
	return e.Source + ": no Python library (os.py) in " + e.Dir
}

// Locate finds a directory that holds the Python 3.13 library: flagDir (the
// value of --stdlib) if it is not empty, else the environment variable
// COACHWHIP_STDLIB, else that of an installed CPython 3.13. A directory that
// was named explicitly and holds no library is an error.
func Locate(files host.Files, env host.Env, flagDir string) (string, error) {
	if flagDir != "" {
		return asked(files, flagDir, "--stdlib")
	}
	if dir, _ := env.Get("COACHWHIP_STDLIB"); dir != "" {
		return asked(files, dir, "COACHWHIP_STDLIB")
	}
	for _, dir := range installed(files, env, runtime.GOOS) {
		if isLibrary(files, dir) {
			return dir, nil
		}
	}
	return "", ErrNoLibrary
}

func asked(files host.Files, dir, source string) (string, error) {
	if !isLibrary(files, dir) {
		return "", &NotALibraryError{dir, source}
	}
	return dir, nil
}

// isLibrary looks for a file that every library has.
func isLibrary(files host.Files, dir string) bool {
	st, err := files.Stat(host.AtCwd, dir+"/os.py", true)
	return err == nil && st.IsRegular()
}

func exists(files host.Files, name string) bool {
	_, err := files.Stat(host.AtCwd, name, true)
	return err == nil
}

// installed lists where a CPython 3.13 may have its library, best first: beside
// the interpreters on PATH, then where installers and version managers put it.
func installed(files host.Files, env host.Env, goos string) []string {
	var dirs []string
	get := func(name string) string {
		v, _ := env.Get(name)
		return strings.ReplaceAll(v, `\`, "/")
	}
	listSep := ":"
	if goos == "windows" {
		listSep = ";"
	}
	for _, bin := range strings.Split(get("PATH"), listSep) {
		if bin == "" {
			continue
		}
		if goos == "windows" {
			// python313.dll tells the version.
			if exists(files, bin+"/python313.dll") {
				dirs = append(dirs, bin+"/Lib")
			}
			continue
		}
		exe := bin + "/python3.13"
		if !exists(files, exe) {
			continue
		}
		dirs = append(dirs, prefixLib(path.Dir(bin)))
		if target := followLinks(files, exe); target != exe {
			dirs = append(dirs, prefixLib(path.Dir(path.Dir(target))))
		}
	}
	home := get("HOME")
	if goos == "windows" {
		if local := get("LOCALAPPDATA"); local != "" {
			dirs = append(dirs, local+"/Programs/Python/Python313/Lib")
		}
		return append(dirs, "C:/Python313/Lib")
	}
	managers := []string{get("PYENV_ROOT") + "/versions"}
	if home != "" {
		managers = append(managers, home+"/.pyenv/versions", home+"/.local/share/uv/python", home+"/.asdf/installs/python", home+"/.local/share/mise/installs/python")
	}
	for _, dir := range managers {
		list, err := files.ReadDir(dir)
		if err != nil {
			continue // this manager is not installed
		}
		var names []string
		for _, e := range list {
			if v := strings.TrimPrefix(e.Name, "cpython-"); v == "3.13" || strings.HasPrefix(v, "3.13.") || strings.HasPrefix(v, "3.13-") {
				names = append(names, e.Name)
			}
		}
		slices.Sort(names)
		slices.Reverse(names)
		for _, n := range names {
			dirs = append(dirs, prefixLib(dir+"/"+n))
		}
	}
	dirs = append(dirs, prefixLib("/usr/local"), prefixLib("/usr"), "/usr/lib64/python3.13")
	if goos == "darwin" {
		dirs = append(dirs, prefixLib("/Library/Frameworks/Python.framework/Versions/3.13"),
			prefixLib("/opt/homebrew/opt/python@3.13/Frameworks/Python.framework/Versions/3.13"))
	}
	return dirs
}

func prefixLib(prefix string) string { return strings.TrimSuffix(prefix, "/") + "/lib/python3.13" }

// followLinks resolves symbolic links of the last path element.
func followLinks(files host.Files, name string) string {
	for range 20 {
		target, err := files.Readlink(host.AtCwd, name)
		if err != nil {
			return name // not a link
		}
		if !path.IsAbs(target) {
			target = path.Join(path.Dir(name), target)
		}
		name = target
	}
	return name
}
