# needs: make
printf 'all: pages\n\npages:\n\t@echo packing pages\n\tquill-pack pages\n' > Makefile
make -j2 all
