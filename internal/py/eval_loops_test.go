package py

import (
	"os"
	"strings"
	"testing"
)

// TestEvalLoops holds eval_ft.go and eval_traced.go to what they are made from:
// runGIL with other constants. COACHWHIP_UPDATE=1 writes them anew.
func TestEvalLoops(t *testing.T) {
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
	const consts = "const mode, ft, traced = "
	for _, l := range []struct{ file, doc, name, consts string }{
		{"eval_ft.go", "runFT is runGIL for threads without a GIL.", "runFT", "loopFT, true, false"},
		{"eval_traced.go", "runTraced is runGIL for a thread that is traced or profiled, in either mode.", "runTraced", "loopTraced, true, true"},
	} {
		want := "// Code generated from eval.go by TestEvalLoops; DO NOT EDIT.\n\npackage py\n\nimport (" + imports +
			")\n\n// " + l.doc + "\nfunc (t *Thread) " + l.name + "(" +
			strings.Replace(body, consts+"loopGIL, false, false", consts+l.consts, 1)
		if os.Getenv("COACHWHIP_UPDATE") != "" {
			if err := os.WriteFile(l.file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(l.file); err != nil || string(got) != want {
			t.Errorf("%s is out of date (%v): run COACHWHIP_UPDATE=1 go test -run TestEvalLoops ./internal/py", l.file, err)
		}
	}
}
