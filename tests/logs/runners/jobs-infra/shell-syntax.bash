echo 'Checking the wheels'
for wheel in dist/*.whl; do
  echo "$wheel"
fi
