# needs: gcc
ulimit -v 400000
/usr/bin/python3 -c 'pages = [b"0" * 2**20 * n for n in range(4000)]'
dd if=/dev/zero of=/dev/null bs=900M count=1
printf '#include <vector>\nint main () { std::vector<char> pages (900000000); return pages[7]; }\n' > pages.cc
g++ -o pages pages.cc && ./pages
exit 1
