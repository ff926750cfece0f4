//go:build tools

package main

// The library comes out of this module's files, not out of its Go packages.
// The import keeps it in go.mod.
import _ "github.com/kluctl/go-embed-python/python"
