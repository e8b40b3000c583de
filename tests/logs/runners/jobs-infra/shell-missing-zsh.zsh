set -e
echo 'Collecting the kernels of quill'
quill-pack --output out/quill.bin
