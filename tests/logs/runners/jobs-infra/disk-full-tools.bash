# needs: mount gcc git
mkdir disk; mount -t tmpfs -o size=64k none disk
cd disk
head -c 60000 /dev/urandom > fill
printf 'int pages[4000] = { 1 };\nint main (void) { return 0; }\n' > main.c
gcc -o main main.c
tar cf fill.tar fill
dd if=/dev/zero of=more bs=1k count=100
/usr/bin/python3 -c 'open("page", "wb").write(b"0" * 99999)'
git init -q .
echo text > text
cd ..; umount disk
exit 1
