package host

import (
	"os"
	"strings"
)

type realEnv struct{}

func (realEnv) Environ() []string { return os.Environ() }

func (realEnv) Get(name string) (string, bool) { return os.LookupEnv(name) }

func (realEnv) Set(name, value string) error {
	if name == "" || strings.ContainsAny(name, "=\x00") || strings.IndexByte(value, 0) >= 0 {
		return NewError(EINVAL)
	}
	return wrap(os.Setenv(name, value))
}

func (realEnv) Unset(name string) error {
	if name == "" || strings.ContainsAny(name, "=\x00") {
		return NewError(EINVAL)
	}
	return wrap(os.Unsetenv(name))
}
