set -e
echo 'Running the tools'
printf '#!/bin/sh\necho quill\n' > tool.sh
./tool.sh
