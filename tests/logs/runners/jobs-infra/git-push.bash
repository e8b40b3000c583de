# needs: git
set -e
git init -q --bare -b main ../home/quill.git
git clone -q ../home/quill.git a; git clone -q ../home/quill.git b
(cd a; echo one > x; git add x; git commit -qm one; git push -q origin main)
cd b; echo two > y; git add y; git commit -qm two
git push origin main
