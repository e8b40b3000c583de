# needs: tar gzip unzip
head -c 4000 /dev/zero | gzip > cut.tar.gz; truncate -s 20 cut.tar.gz
echo '<html>Not Found</html>' > page.tar.gz
cp page.tar.gz page.zip
tar xzf cut.tar.gz
tar xzf page.tar.gz
tar xf missing.tar
gzip -t page.tar.gz
unzip -q page.zip
exit 2
