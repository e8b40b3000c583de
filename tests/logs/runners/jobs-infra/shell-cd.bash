set -ex
cd build/release
make
