# Everything a developer runs. CGO is never needed.
export CGO_ENABLED = 0

.PHONY: all stdlib build test bench conformance fuzz difffuzz hammer hammer-race lint clean
all: build

# The Python library, packed into one archive that the build embeds.
stdlib: internal/pylib/archive/stdlib.bin

internal/pylib/archive/stdlib.bin: go.mod $(wildcard internal/pylib/*.go internal/pylib/pack/*.go internal/bytecode/*.go internal/compile/*.go internal/symtab/*.go internal/syntax/*.go)
	go generate ./internal/pylib

build: stdlib
	go build -trimpath -o bin/coachwhip ./cmd/coachwhip

test: build
	go test ./...

# PYTHONS names other interpreters to compare with.
PYTHONS ?=
bench: build
	python3 bench/run.py -n 5 bin/coachwhip $(PYTHONS)

conformance: build
	python3 conformance/run.py --bin bin/coachwhip

FUZZTIME ?= 60s
fuzz: build
	go test ./internal/syntax -run '^$$' -fuzz FuzzParse -fuzztime $(FUZZTIME)
	go test ./internal/compile -run '^$$' -fuzz FuzzCompile -fuzztime $(FUZZTIME)
	go test ./internal/sre -run '^$$' -fuzz FuzzCompile -fuzztime $(FUZZTIME)
	go test ./internal/bytecode -run '^$$' -fuzz FuzzDecode -fuzztime $(FUZZTIME)
	for f in FuzzRun FuzzRegexp FuzzJSON FuzzMarshal FuzzFormat; do go test ./tests -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) || exit 1; done

# Random programs under CPython 3.13 and Coachwhip; what differs goes to difffuzz-finds.
CPYTHON ?= python3.13
FUZZSECONDS ?= 60
difffuzz: build
	$(CPYTHON) tests/difffuzz/difffuzz.py bin/coachwhip --seconds $(FUZZSECONDS)

# Threads that do as much as they can to shared objects, in both modes, each
# program for HAMMERSECONDS.
HAMMERSECONDS ?= 60
hammer: build
	python3 tests/hammer/run.py bin/coachwhip $(HAMMERSECONDS)

# The same under the race detector, which brings checkptr along (needs a C compiler).
hammer-race: stdlib
	CGO_ENABLED=1 go build -race -o bin/coachwhip-race ./cmd/coachwhip
	python3 tests/hammer/run.py bin/coachwhip-race $(HAMMERSECONDS)

# What staticcheck leaves out stands in staticcheck.conf.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
lint: stdlib
	test -z "$$(gofmt -l cmd internal tests)"
	go vet ./...
	go run $(STATICCHECK) ./...

clean:
	rm -rf bin internal/pylib/archive/stdlib.bin
