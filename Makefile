# The program with the Python library inside it.
.PHONY: all stdlib build test
all: build

stdlib:
	go generate ./internal/pylib

build: stdlib
	CGO_ENABLED=0 go build -trimpath -o bin/ ./cmd/...

test:
	go test ./...
