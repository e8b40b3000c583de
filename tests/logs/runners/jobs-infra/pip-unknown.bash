set -e
echo '$ pip install quill-serve==2.0'
/usr/bin/python3 -m pip install --no-index quill-serve==2.0
