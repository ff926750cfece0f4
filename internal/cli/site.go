package cli

import (
	"path"
	"runtime"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// importSite does what importing site does at the start of a program (library
// reference, "site"). Mostly that is to add the directories of installed
// packages to sys.path, and some builtins for interactive use; then the
// directories are added here, and site is imported when one of the builtins is
// asked for.
func (p *program) importSite() *py.Exc {
	dirs, ok := p.siteDirs()
	if !ok {
		_, err := p.t.ImportModule("site")
		return err
	}
	for _, dir := range dirs {
		p.t.AppendPath(dir)
	}
	p.t.Interp().DeferBuiltins("site", "quit", "exit", "copyright", "credits", "license", "help")
	return nil
}

// siteDirs returns the directories of installed packages that there are, in the
// order in which site adds them to sys.path; ok is false when site may have
// other things to do: a virtual environment, .pth files, sitecustomize or
// usercustomize, relative entries of sys.path, a prompt, or telling what it does.
func (p *program) siteDirs() (dirs []string, ok bool) {
	c, o := p.c, p.t.Interp().Options()
	if runtime.GOOS != "linux" || c.flags["verbose"] != 0 || c.flags["inspect"] != 0 || c.flags["interactive"] != 0 ||
		len(o.Path) != 1 || o.StdlibDir == "" || !path.IsAbs(o.StdlibDir) {
		return nil, false
	}
	if v, _ := p.h.Env.Get("PYTHONINSPECT"); v != "" {
		return nil, false
	}
	if !c.hasC && !c.hasM && (c.file == "" || c.file == "-") && p.h.Files.IsTerminal(0) {
		return nil, false
	}
	if p.inVenv(o.Executable) {
		return nil, false
	}
	var candidates []string
	uid, gid := p.h.Process.Ids()
	if c.flags["no_user_site"] == 0 && uid[0] == uid[1] && gid[0] == gid[1] {
		base := ""
		if c.flags["ignore_environment"] == 0 {
			base, _ = p.h.Env.Get("PYTHONUSERBASE")
		}
		if base == "" {
			home, _ := p.h.Env.Get("HOME")
			base = strings.TrimRight(home, "/") + "/.local"
			if home == "" {
				return nil, false
			}
		}
		if !path.IsAbs(base) {
			return nil, false
		}
		candidates = append(candidates, base+"/lib/python3.13/site-packages")
	}
	candidates = append(candidates, o.Prefix+"/lib/python3.13/site-packages")
	for _, dir := range candidates {
		st, err := p.h.Files.Stat(host.AtCwd, dir, true)
		if err != nil || !st.IsDir() {
			continue
		}
		entries, err := p.h.Files.ReadDir(dir)
		if err != nil {
			return nil, false
		}
		for _, e := range entries {
			if strings.HasSuffix(e.Name, ".pth") || strings.HasPrefix(e.Name, "sitecustomize") || strings.HasPrefix(e.Name, "usercustomize") {
				return nil, false
			}
		}
		dirs = append(dirs, dir)
	}
	return dirs, true
}
