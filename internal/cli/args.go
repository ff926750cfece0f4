// Package cli is the command line of coachwhip.
package cli

import (
	"strconv"
	"strings"
)

// config is what the command line and the environment ask for.
type config struct {
	flags         map[string]int
	xopts         map[string]string
	warn          []string
	command       string // -c
	module        string // -m
	file          string // script, "-" or "" for standard input
	hasC          bool
	hasM          bool
	argv          []string // sys.argv[1:]
	version       int
	help          bool
	stdlib        string
	unbuf         bool
	noColumns     bool // -X no_debug_ranges
	pycachePrefix string
	skipLine      bool // -x
}

// usageError is a mistake on the command line.
type usageError string

func (e usageError) Error() string { return string(e) }

// parseArgs reads the arguments behind the program's name, as CPython does:
// short options may be run together, the first name that is no option is the
// script.
func parseArgs(args []string) (*config, error) {
	c := &config{flags: map[string]int{}, xopts: map[string]string{}}
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
				c.help = true
			case "version":
				c.version = 1
			case "check-hash-based-pycs":
				if !has {
					i++
				}
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
					k, v, has := strings.Cut(rest, "=")
					if has {
						v = "=" + v
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
				c.help = true
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
			case 'R', 't':
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

// applyEnv takes over the PYTHON* variables that matter.
func (c *config) applyEnv(get func(string) (string, bool)) {
	set := func(v string, flag string) {
		if s, ok := get(v); ok && s != "" {
			n, err := strconv.Atoi(s)
			if err != nil || n < 1 {
				n = 1
			}
			c.flags[flag] = max(c.flags[flag], n)
		}
	}
	if c.flags["ignore_environment"] == 0 {
		set("PYTHONDEBUG", "debug")
		set("PYTHONOPTIMIZE", "optimize")
		set("PYTHONDONTWRITEBYTECODE", "dont_write_bytecode")
		set("PYTHONVERBOSE", "verbose")
		set("PYTHONNOUSERSITE", "no_user_site")
		set("PYTHONSAFEPATH", "safe_path")
		set("PYTHONINSPECT", "inspect")
		if s, ok := get("PYTHONUNBUFFERED"); ok && s != "" {
			c.unbuf = true
		}
		if s, ok := get("PYTHONDEVMODE"); ok && s != "" {
			c.flags["dev_mode"] = 1
		}
		if s, ok := get("PYTHONWARNINGS"); ok && s != "" {
			c.warn = append(strings.Split(s, ","), c.warn...)
		}
		set("PYTHONWARNDEFAULTENCODING", "warn_default_encoding")
		if s, ok := get("PYTHONUTF8"); ok && s == "1" {
			c.flags["utf8_mode"] = 1
		}
		if s, ok := get("PYTHONINTMAXSTRDIGITS"); ok {
			if n, err := strconv.Atoi(s); err == nil {
				c.flags["int_max_str_digits"] = n
			}
		}
		if s, ok := get("PYTHONPYCACHEPREFIX"); ok {
			c.pycachePrefix = s
		}
		if s, ok := get("PYTHONNODEBUGRANGES"); ok && s != "" {
			c.noColumns = true
		}
		if s, ok := get("PYTHON_GIL"); ok && (s == "0" || s == "1") {
			if _, has := c.xopts["gil"]; !has {
				c.xopts["gil"] = "=" + s
			}
		}
		if s, ok := get("PYTHONHASHSEED"); ok && s == "0" {
			c.flags["hash_randomization"] = 0
		}
	}
	if s, ok := c.xopts["pycache_prefix"]; ok {
		c.pycachePrefix = strings.TrimPrefix(s, "=")
	}
	if _, ok := c.xopts["no_debug_ranges"]; ok {
		c.noColumns = true
	}
	if _, ok := c.xopts["dev"]; ok {
		c.flags["dev_mode"] = 1
	}
	if _, ok := c.xopts["warn_default_encoding"]; ok {
		c.flags["warn_default_encoding"] = 1
	}
	if v, ok := c.xopts["utf8"]; ok && v != "=0" {
		c.flags["utf8_mode"] = 1
	}
	if v, ok := c.xopts["int_max_str_digits"]; ok {
		if n, err := strconv.Atoi(strings.TrimPrefix(v, "=")); err == nil {
			c.flags["int_max_str_digits"] = n
		}
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
}
