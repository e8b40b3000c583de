# needs: ssh scp
set -e
ssh -p 8899 -o StrictHostKeyChecking=no deploy@127.0.0.1 true || echo "status $?"
ssh deploy@quill.invalid true || echo "status $?"
scp quill.tar deploy@quill.invalid:/srv/
