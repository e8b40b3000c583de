# needs: podman
pod="podman --storage-driver=vfs --root /builds/home/pod --runroot /builds/home/run"
$pod pull registry.quill.invalid/quill/build:2 || echo "status $?"
$pod pull $CLOSED/quill/build:2
