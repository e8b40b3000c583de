set -euo pipefail
echo "Publishing quill"
echo "to ${QUILL_CHANNEL}"
