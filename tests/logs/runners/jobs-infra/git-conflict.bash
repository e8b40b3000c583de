# needs: git
set -e
git init -q -b main .
seq 1 9 > pages.txt; git add .; git commit -qm 'Add the pages'
git checkout -b copy
sed -i s/5/five/ pages.txt; git commit -qam 'Spell five'
git checkout main
sed -i s/5/V/ pages.txt; git commit -qam 'Use Roman numbers'
git merge copy
