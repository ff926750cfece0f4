// Package cli is the command line of coachwhip.
package cli

import (
	"strconv"
	"strings"
)

// config is what the command line and the environment ask for.
type config struct {
	flags    map[string]int
	xopts    map[string]string // -X, as sys._xoptions has them
	xorder   []string          // the names in xopts, as they were given
	threads  threadOptions
	settings map[string]string // -X and the environment's counterparts
	warn     []string
	command  string // -c
	module   string // -m
	file     string // script, "-" or "" for standard input
	hasC     bool
	hasM     bool
	argv     []string // sys.argv[1:]
	version  int
	help     string // the help asked for: "", "usage", "env", "xoptions" or "all"
	hashPycs string // --check-hash-based-pycs
	stdlib   string
	unbuf    bool
	skipLine bool // -x
	randHash bool // -R
	hashSeed *uint32
	// cpuCount is what os.cpu_count() is to say, 0: the truth.
	cpuCount     int
	traceFrames  int // -X tracemalloc
	faultHandler bool
}

// usageError is a mistake on the command line.
type usageError string

func (e usageError) Error() string { return string(e) }

// parseArgs reads the arguments behind the program's name, as CPython does:
// short options may be run together, the first name that is no option is the
// script.
func parseArgs(args []string) (*config, error) {
	c := &config{flags: map[string]int{}, xopts: map[string]string{}, settings: map[string]string{}}
	i := 0
	for ; i < len(args); i++ {
		a := args[i]
		if a == "-" || !strings.HasPrefix(a, "-") {
			break
		}
		if strings.HasPrefix(a, "--") {
			name, val, has := strings.Cut(a[2:], "=")
			switch name {
			case "":
				i++
				goto done
			case "help":
				c.help = "usage"
			case "help-env", "help-xoptions", "help-all":
				c.help = name[len("help-"):]
			case "version":
				c.version = 1
			case "check-hash-based-pycs":
				if !has {
					if i++; i >= len(args) {
						return nil, usageError("Argument expected for the --check-hash-based-pycs options")
					}
					val = args[i]
				}
				if val != "default" && val != "always" && val != "never" {
					return nil, usageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'")
				}
				c.hashPycs = val
			case "stdlib":
				if !has {
					if i++; i >= len(args) {
						return nil, usageError("Argument expected for the --stdlib option")
					}
					val = args[i]
				}
				c.stdlib = val
			default:
				return nil, usageError("unknown option " + a)
			}
			continue
		}
		for j := 1; j < len(a); j++ {
			ch := a[j]
			rest := a[j+1:]
			takes := strings.IndexByte("cmWX", ch) >= 0
			if takes {
				if rest == "" {
					if i++; i >= len(args) {
						return nil, usageError("Argument expected for the -" + string(ch) + " option")
					}
					rest = args[i]
				}
				switch ch {
				case 'c':
					c.command, c.hasC = rest+"\n", true
					i++
					goto done
				case 'm':
					c.module, c.hasM = rest, true
					i++
					goto done
				case 'W':
					c.warn = append(c.warn, rest)
				case 'X':
					k, v, eq := strings.Cut(rest, "=")
					if eq {
						v = "=" + v
					}
					if !has(c.xopts, k) {
						c.xorder = append(c.xorder, k)
					}
					c.xopts[k] = v
				}
				break
			}
			switch ch {
			case 'b':
				c.flags["bytes_warning"]++
			case 'B':
				c.flags["dont_write_bytecode"]++
			case 'd':
				c.flags["debug"]++
			case 'E':
				c.flags["ignore_environment"]++
			case 'h', '?':
				c.help = "usage"
			case 'i':
				c.flags["inspect"]++
				c.flags["interactive"]++
			case 'I':
				for _, n := range []string{"isolated", "ignore_environment", "no_user_site", "safe_path"} {
					c.flags[n] = 1
				}
			case 'O':
				c.flags["optimize"]++
			case 'P':
				c.flags["safe_path"] = 1
			case 'q':
				c.flags["quiet"]++
			case 's':
				c.flags["no_user_site"]++
			case 'S':
				c.flags["no_site"]++
			case 'u':
				c.unbuf = true
			case 'v':
				c.flags["verbose"]++
			case 'V':
				c.version++
			case 'x':
				c.skipLine = true
			case 'R':
				c.randHash = true
			case 'J':
				return nil, usageError("-J is reserved for Jython")
			default:
				return nil, usageError("Unknown option: -" + string(ch))
			}
		}
	}
done:
	if !c.hasC && !c.hasM && i < len(args) {
		c.file = args[i]
		i++
	}
	if i < len(args) {
		c.argv = args[i:]
	}
	return c, nil
}

// fatalError is a setting in the environment that nothing can be made of.
type fatalError string

func (e fatalError) Error() string { return string(e) }

// applyEnv takes over the PYTHON* variables that matter.
func (c *config) applyEnv(getenv func(string) (string, bool)) error {
	get := func(name string) string {
		if c.flags["ignore_environment"] != 0 {
			return ""
		}
		s, _ := getenv(name)
		return s
	}
	set := func(v string, flag string) {
		if s := get(v); s != "" {
			n, err := strconv.Atoi(s)
			if err != nil || n < 0 {
				n = 1
			}
			c.flags[flag] = max(c.flags[flag], n)
		}
	}
	set("PYTHONDEBUG", "debug")
	set("PYTHONOPTIMIZE", "optimize")
	set("PYTHONDONTWRITEBYTECODE", "dont_write_bytecode")
	set("PYTHONVERBOSE", "verbose")
	set("PYTHONINSPECT", "inspect")
	for v, flag := range map[string]string{"PYTHONNOUSERSITE": "no_user_site", "PYTHONSAFEPATH": "safe_path", "PYTHONDEVMODE": "dev_mode", "PYTHONWARNDEFAULTENCODING": "warn_default_encoding"} {
		if get(v) != "" {
			c.flags[flag] = 1
		}
	}
	if get("PYTHONUNBUFFERED") != "" {
		c.unbuf = true
	}
	if s := get("PYTHONWARNINGS"); s != "" {
		c.warn = append(strings.Split(s, ","), c.warn...)
	}
	for name, env := range map[string]string{"importtime": "PYTHONPROFILEIMPORTTIME", "no_debug_ranges": "PYTHONNODEBUGRANGES", "pycache_prefix": "PYTHONPYCACHEPREFIX", "gil": "PYTHON_GIL"} {
		if s := get(env); s != "" {
			if _, has := c.settings[name]; !has {
				c.settings[name] = "=" + s
			}
		}
	}
	for k, v := range c.xopts {
		c.settings[k] = v
	}
	for name, flag := range map[string]string{"dev": "dev_mode", "warn_default_encoding": "warn_default_encoding"} {
		if _, ok := c.xopts[name]; ok {
			c.flags[flag] = 1
		}
	}
	if err := c.applyUTF8(get("PYTHONUTF8")); err != nil {
		return err
	}
	if err := c.applyDigits(get("PYTHONINTMAXSTRDIGITS")); err != nil {
		return err
	}
	if err := c.applyNumbers(get); err != nil {
		return err
	}
	if err := c.parseThreadOptions(); err != nil {
		return err
	}
	if v, ok := c.settings["gil"]; ok && v != "=0" && v != "=1" {
		return fatalError("config_read_gil: PYTHON_GIL / -X gil must be \"0\" or \"1\"")
	}
	if err := c.applyHashSeed(get("PYTHONHASHSEED")); err != nil {
		return err
	}
	if c.flags["dev_mode"] != 0 {
		c.warn = append([]string{"default"}, c.warn...)
	}
	switch n := c.flags["bytes_warning"]; {
	case n > 1:
		c.warn = append(c.warn, "error::BytesWarning")
	case n == 1:
		c.warn = append(c.warn, "default::BytesWarning")
	}
	return nil
}

// applyNumbers reads the settings that are numbers or switches of their own.
func (c *config) applyNumbers(get func(string) string) error {
	v, ok := c.xopts["cpu_count"]
	if !ok {
		v, ok = "="+get("PYTHON_CPU_COUNT"), get("PYTHON_CPU_COUNT") != ""
	}
	if ok && v != "=default" {
		n, err := strconv.Atoi(strings.TrimPrefix(v, "="))
		if err != nil || n < 1 || n >= 1<<31 {
			return fatalError("config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0")
		}
		c.cpuCount = n
	}
	where := "-X tracemalloc=NFRAME"
	if v, ok = c.xopts["tracemalloc"]; !ok {
		where = "PYTHONTRACEMALLOC"
		v, ok = "="+get(where), get(where) != ""
	} else if v == "" {
		v = "=1"
	}
	if ok {
		n, err := strconv.Atoi(strings.TrimPrefix(v, "="))
		if err != nil || n < 0 || n >= 1<<31 {
			return fatalError("config_init_tracemalloc: " + where + ": invalid number of frames")
		}
		c.traceFrames = n
	}
	if v, ok := c.xopts["frozen_modules"]; ok {
		if v != "" && v != "=on" && v != "=off" {
			return fatalError("bad value for option -X frozen_modules (expected \"on\" or \"off\")")
		}
	} else if v := get("PYTHON_FROZEN_MODULES"); v != "" && v != "on" && v != "off" {
		return fatalError("bad value for PYTHON_FROZEN_MODULES (expected \"on\" or \"off\")")
	}
	if _, ok := c.xopts["faulthandler"]; ok || get("PYTHONFAULTHANDLER") != "" || c.flags["dev_mode"] != 0 {
		c.faultHandler = true
	}
	return nil
}

func (c *config) applyHashSeed(env string) error {
	if c.randHash || env == "" || env == "random" {
		return nil
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(strings.TrimLeft(env, " \t\n\v\f\r"), "+"), 10, 32)
	if err != nil {
		return fatalError("config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
	}
	if n == 0 {
		c.flags["hash_randomization"] = 0
	}
	seed := uint32(n)
	c.hashSeed = &seed
	return nil
}

func (c *config) applyUTF8(env string) error {
	if v, ok := c.xopts["utf8"]; ok {
		switch v {
		case "", "=1":
			c.flags["utf8_mode"] = 1
		case "=0":
		default:
			return fatalError("preconfig_init_utf8_mode: invalid -X utf8 option value")
		}
		return nil
	}
	switch env {
	case "", "0":
	case "1":
		c.flags["utf8_mode"] = 1
	default:
		return fatalError("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value")
	}
	return nil
}

func (c *config) applyDigits(env string) error {
	const limits = ": invalid limit; must be >= 640 or 0 for unlimited."
	text, where := env, "PYTHONINTMAXSTRDIGITS"
	if v, ok := c.xopts["int_max_str_digits"]; ok {
		text, where = strings.TrimPrefix(v, "="), "-X int_max_str_digits"
		if v == "" {
			return fatalError("config_init_int_max_str_digits: -X int_max_str_digits" + limits)
		}
	}
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 0 && n < 640 {
		return fatalError("config_init_int_max_str_digits: " + where + limits)
	}
	c.flags["int_max_str_digits"] = n
	return nil
}
