# needs: apt-get
set -e
echo '$ sudo apt-get install -y libquill-dev'
apt-get -s install -y libquill-dev
