# needs: git patch
set -e
printf 'one\ntwo\n' > pages.txt
printf -- '--- a/pages.txt\n+++ b/pages.txt\n@@ -1,3 +1,3 @@\n three\n-four\n+five\n six\n' > fix.patch
git apply fix.patch || true
patch -p1 < fix.patch
