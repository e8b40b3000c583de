let () = assert (Quill.Page.count 89 = 3)
