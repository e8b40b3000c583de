# needs: git
git clone http://$PAGES/status/503/quill.git || echo "status $?"
git clone http://$PAGES/status/429/quill.git || echo "status $?"
git clone https://$PAGES/quill.git || echo "status $?"
GIT_TERMINAL_PROMPT=0 git clone http://$PAGES/status/401/quill.git
