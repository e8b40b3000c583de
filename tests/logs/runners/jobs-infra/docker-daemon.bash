# needs: docker
export DOCKER_HOST=unix:///builds/home/docker.sock
docker run --rm quill/serve:2.0 pytest || echo "status $?"
docker build -t quill/serve:2.0 .
