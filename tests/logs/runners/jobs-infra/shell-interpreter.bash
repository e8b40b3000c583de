set -e
printf '#!/usr/bin/quillscript\necho quill\n' > tool.sh
chmod +x tool.sh
echo 'Running the tools'
./tool.sh
