# needs: gcc
set -e
ulimit -c 0
cat > crash.c <<'END'
#include <stdio.h>
int main (int argc, char **argv) { volatile int *page = (int *) (long) (argc - 1); puts ("copying page 7"); fflush (stdout); return *page; }
END
gcc -O0 -o crash crash.c
./crash
