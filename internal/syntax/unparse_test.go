package syntax

import (
	"encoding/json"
	"os"
	"testing"
)

func TestUnparse(t *testing.T) {
	path := "testdata/unparse.json"
	if p := os.Getenv("SYNTAX_UNPARSE_CASES"); p != "" {
		path = p
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases [][2]string
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		m, _, err := ParseString("x: "+c[0], Options{LookupName: fewNames})
		if err != nil {
			t.Errorf("%s: %v", c[0], err)
			continue
		}
		if got := Unparse(m.(*Module).Body[0].(*AnnAssign).Annotation); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
	t.Logf("%d expressions", len(cases))
}
