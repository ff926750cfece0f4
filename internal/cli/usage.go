package cli

import "fmt"

// helpText is what --help and its relatives print.
func helpText(which, name string) string {
	switch which {
	case "env":
		return usageEnv
	case "xoptions":
		return usageX
	case "all":
		return fmt.Sprintf(usage, name) + "\n" + usageEnv + "\n" + usageX
	}
	return fmt.Sprintf(usage, name)
}

const usage = `usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options (and corresponding environment variables):
-b     : warn about str(bytes), str(bytearray), bytes compared with str or int
         (-bb: make these errors)
-B     : write no .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-c cmd : the program is the string cmd (ends the list of options)
-E     : ignore PYTHON* environment variables (such as PYTHONPATH)
-h     : print this help and exit (also -? or --help)
-i     : start a prompt after the program, even if stdin is no terminal;
         also PYTHONINSPECT=x
-I     : isolate from the user's environment (implies -E, -P and -s)
-m mod : run the library module mod as a script (ends the list of options)
-O     : leave out assert and what depends on __debug__; also PYTHONOPTIMIZE=x
-OO    : like -O, and leave out docstrings
-P     : don't put an unsafe path in front of sys.path; also PYTHONSAFEPATH
-q     : no banner at the prompt
-s     : don't add the user's site directory to sys.path; also PYTHONNOUSERSITE=x
-S     : don't run 'import site' at start
-u     : standard output and error are unbuffered; also PYTHONUNBUFFERED=x
-v     : trace imports; also PYTHONVERBOSE=x
-V     : print the version and exit (also --version); twice: with the build
-W arg : warning filter action:message:category:module:lineno;
         also PYTHONWARNINGS=arg
-x     : skip the first line of the program
-X opt : set a runtime option, see --help-xoptions; unknown ones are ignored
--check-hash-based-pycs always|default|never
       : how hash-based .pyc files are validated
--help-env      : the environment variables
--help-xoptions : the -X options
--help-all      : everything
--stdlib DIR    : take the Python library from DIR; also COACHWHIP_STDLIB

Arguments:
file   : run the program in file, or in the directory or zip archive file
-      : read the program from stdin (the default; a prompt on a terminal)
arg ...: sys.argv[1:]
`

const usageEnv = `Environment variables that change behavior:
PYTHONSTARTUP   : file executed when the prompt starts
PYTHONPATH      : ':'-separated list of directories in front of sys.path
PYTHONSAFEPATH  : don't put an unsafe path in front of sys.path (-P)
PYTHONDEVMODE   : development mode (-X dev)
PYTHONIOENCODING: encoding[:errors] of stdin, stdout and stderr
PYTHONUTF8      : UTF-8 mode (-X utf8)
PYTHONHASHSEED  : "random" or a number that seeds the hashes of str and bytes
PYTHONINTMAXSTRDIGITS: limit of digits between int and str
                  (-X int_max_str_digits)
PYTHONPYCACHEPREFIX: directory for .pyc files (-X pycache_prefix)
PYTHONPROFILEIMPORTTIME: print how long imports take (-X importtime)
PYTHONWARNDEFAULTENCODING: warn about the default encoding of open()
PYTHON_COLORS   : 1: colors, 0: none (NO_COLOR and FORCE_COLOR as well)
PYTHON_HISTORY  : history file of the prompt
PYTHON_BASIC_REPL: a prompt without the editor
PYTHON_GIL      : 0: no global interpreter lock (-X gil)
COACHWHIP_STDLIB: directory of the Python library (--stdlib)
These are as the options: PYTHONDEBUG (-d), PYTHONDONTWRITEBYTECODE (-B),
PYTHONINSPECT (-i), PYTHONNOUSERSITE (-s), PYTHONOPTIMIZE (-O),
PYTHONUNBUFFERED (-u), PYTHONVERBOSE (-v), PYTHONWARNINGS (-W).
`

const usageX = `Runtime options:
-X cpuprofile=FILE : write a CPU profile of the runtime (pprof) to FILE
-X deadlock=warn|error|off[,SECONDS] : when no thread could go on for a second,
    tell it on standard error (the default), raise RuntimeError in the main thread,
    or say nothing
-X dev : development mode
-X dumpsignal[=NAME] : upon this signal (SIGQUIT) tell what all threads do, and go
    on; without it SIGQUIT tells it and ends the program; "off": it only ends it
-X gil=0 : run without a global interpreter lock
-X importtime : print how long imports take
-X int_max_str_digits=N : limit of digits between int and str
-X pycache_prefix=DIR : directory for .pyc files
-X threadstats : tell at exit for what each thread spent its time
-X utf8[=0|1] : UTF-8 mode
-X warn_default_encoding : warn about the default encoding of open()
`
