// Command coachwhip runs Python programs.
package main

import (
	"os"

	"github.com/coachwhip/coachwhip/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args)) }
