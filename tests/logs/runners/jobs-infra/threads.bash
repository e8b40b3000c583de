# needs: gcc
printf '#include <thread>\n#include <vector>\nint main () { std::vector<std::thread> pages; for (int i = 0; i < 9000; i++) pages.emplace_back ([] { for (;;); }); }\n' > pages.cc
g++ -pthread -o pages pages.cc
(ulimit -v 200000; ./pages) || echo "status $?"
(ulimit -v 600000; /usr/bin/python3 -c 'import threading, time
for n in range(9000): threading.Thread(target=time.sleep, args=(9,), daemon=True).start()')
