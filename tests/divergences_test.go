package tests

import "testing"

// TestCompVariableHidesNothing: a comprehension's variable leaves the variable
// of that name further out alone, which CPython 3.13 loses where only blocks
// inside use it.
func TestCompVariableHidesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	const program = `
def outer():
    c = 1
    def use():
        x = [c for c in (1, 2)], [lambda: c for c in (1, 2)][0](), [[c + i for i in range(c)] for c in (1, 2)]
        def inner():
            return c
        class K:
            d = c
            e = [c + i for i in range(2)]
        return x, inner(), (lambda: c)(), K.d, K.e
    return use()
print(outer())
`
	const want = "(([1, 2], 2, [[1], [2, 3]]), 1, 1, 1, [1, 2])\n"
	if got := runProgram(t, ".", "-c", program); got != want {
		t.Errorf("got %swant %s", got, want)
	}
}
