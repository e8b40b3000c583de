# needs: mount
set -e
mkdir disk; mount -t tmpfs -o size=64k none disk
echo 'Packing the wheels'
cp /usr/bin/python3.11 disk/
