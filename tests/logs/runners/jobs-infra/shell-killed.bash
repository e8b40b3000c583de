set -e
echo 'Loading the weights'
bash -c 'kill -9 $$'
echo 'never reached'
