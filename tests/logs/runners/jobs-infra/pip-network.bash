set -e
echo '$ pip install quill-serve==2.0'
/usr/bin/python3 -m pip install --retries 1 --timeout 2 --index-url https://packages.quill.invalid/simple quill-serve==2.0
