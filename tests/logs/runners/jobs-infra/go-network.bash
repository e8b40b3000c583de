# needs: go
export GOPATH=/builds/home/go GOFLAGS=-mod=mod GONOSUMDB='*' GOTOOLCHAIN=local
printf 'module quill.example/quill\n\ngo 1.19\n\nrequire quill.example/nib v1.0.0\n' > go.mod
printf 'package quill\n\nimport _ "quill.example/nib"\n' > quill.go
GOPROXY=http://$CLOSED go build ./... || echo "status $?"
GOPROXY=http://$PAGES/status/503 go build ./...
