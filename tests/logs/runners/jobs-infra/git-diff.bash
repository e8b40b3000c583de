# needs: git
set -e
git init -q -b main .
printf 'pages: 8\nblock: 16\n' > generated.txt; git add .; git commit -qm 'Add what is generated'
echo '$ ./generate'
printf 'pages: 8\nblock: 32\n' > generated.txt
git diff --exit-code
