package py

import (
	"os"
	"strings"
	"testing"
)

// TestEvalFT holds eval_ft.go to what it is made from: runGIL with ft true.
// COACHWHIP_UPDATE=1 writes it anew.
func TestEvalFT(t *testing.T) {
	src, err := os.ReadFile("eval.go")
	if err != nil {
		t.Fatal(err)
	}
	head, body, ok := strings.Cut(string(src), "func (t *Thread) runGIL(")
	if !ok {
		t.Fatal("no runGIL in eval.go")
	}
	_, imports, _ := strings.Cut(head, "import (")
	imports, _, _ = strings.Cut(imports, ")")
	want := "// Code generated from eval.go by TestEvalFT; DO NOT EDIT.\n\npackage py\n\nimport (" + imports +
		")\n\n// runFT is runGIL for threads without a GIL.\nfunc (t *Thread) runFT(" +
		strings.Replace(body, "const ft = false", "const ft = true", 1)
	const name = "eval_ft.go"
	if os.Getenv("COACHWHIP_UPDATE") != "" {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Fatalf("%s is out of date (%v): run COACHWHIP_UPDATE=1 go test -run TestEvalFT ./internal/py", name, err)
	}
}
