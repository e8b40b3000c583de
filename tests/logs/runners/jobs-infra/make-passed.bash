# needs: make gcc
set -ex
printf 'int main (void) { return 0; }\n' > error.c
printf 'all: error\ncheck: all\n\t./error\n\t-false\n' > Makefile
make check
