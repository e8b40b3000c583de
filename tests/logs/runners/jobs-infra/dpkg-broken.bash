# needs: dpkg
set -e
mkdir -p root/var/lib/dpkg; touch root/var/lib/dpkg/status
echo 'this is no package' > quill_2.0_amd64.deb
dpkg --root="$PWD/root" -i quill_2.0_amd64.deb
