# needs: dpkg
set -e
echo 'this is no package' > quill_2.0_amd64.deb
dpkg -i quill_2.0_amd64.deb
