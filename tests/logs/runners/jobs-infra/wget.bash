# needs: wget
wget -t 1 http://$CLOSED/quill.tar.gz
wget -t 1 https://files.quill.invalid/quill.tar.gz
wget -nv http://$PAGES/status/404
wget -t 1 http://$PAGES/status/503
wget -t 1 -T 2 http://$PAGES/slow
