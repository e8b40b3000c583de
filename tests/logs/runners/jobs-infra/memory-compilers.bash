# needs: g++ java
printf '#include <map>\n#include <string>\n#include <regex>\nint main () { return 0; }\n' > pages.cc
(ulimit -v 90000; g++ -O2 -c pages.cc) || echo "status $?"
(ulimit -v 900000; java -Xmx2g -version) || echo "status $?"
printf '/* */\nconst pages = [];\n' > pages.js
(ulimit -v 60000; git init -q .; /usr/bin/python3 -c 'import mmap; mmap.mmap(-1, 10**9)')
