# needs: curl
curl -fsSL http://$CLOSED/install.sh
curl -fsSL https://get.quill.invalid/install.sh
curl -fL http://$PAGES/status/404
curl -fsS http://$PAGES/status/503
curl -sS -m 2 http://$PAGES/slow
curl -sS http://$PAGES/short -o quill.tar
curl -sS https://$PAGES/quill.tar
