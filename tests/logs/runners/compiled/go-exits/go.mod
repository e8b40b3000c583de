module quill.example/quill

go 1.19
