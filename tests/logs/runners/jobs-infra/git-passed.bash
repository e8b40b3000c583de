# needs: git
set -e
git init -b main .
echo one > x; git add x; git commit -m one
git checkout -b copy; echo two > y; git add y; git commit -m two
git checkout main; git merge copy; git diff --exit-code HEAD; git status
