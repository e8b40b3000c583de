# needs: podman
printf 'FROM scratch\nCOPY missing.txt /\n' > Containerfile
podman --storage-driver=vfs --root /builds/home/pod --runroot /builds/home/run build --isolation=chroot .
