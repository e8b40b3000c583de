# needs: git
echo 'Cloning'
git clone http://$PAGES/status/404/quill.git
git clone http://$CLOSED/quill.git
git clone https://git.quill.invalid/quill.git
git clone ssh://git@git.quill.invalid/quill.git
git clone /builds/no-such-repository
git -C /builds/home status
exit 1
