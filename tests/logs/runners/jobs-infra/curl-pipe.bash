# needs: curl
set -eo pipefail
curl -fsSL http://$CLOSED/install.sh | bash
