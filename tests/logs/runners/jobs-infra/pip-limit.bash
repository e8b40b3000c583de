echo '$ pip install quill-serve==2.0'
/usr/bin/python3 -m pip install --retries 0 --timeout 2 --index-url http://$PAGES/status/429/simple quill-serve==2.0 || echo "status $?"
/usr/bin/python3 -m pip install --retries 0 --timeout 2 --index-url https://$PAGES/simple quill-serve==2.0 || echo "status $?"
/usr/bin/python3 -m pip install --retries 0 --timeout 2 --proxy http://$CLOSED http://$PAGES/quill-2.0.tar.gz
