set -e
wheel() {
  mkdir -p w/$1-$2.dist-info
  printf 'Metadata-Version: 2.1\nName: %s\nVersion: %s\n%s' $1 $2 "$3" > w/$1-$2.dist-info/METADATA
  printf 'Wheel-Version: 1.0\nGenerator: quill\nRoot-Is-Purelib: true\nTag: py3-none-any\n' > w/$1-$2.dist-info/WHEEL
  printf '%s-%s.dist-info/METADATA,,\n%s-%s.dist-info/WHEEL,,\n%s-%s.dist-info/RECORD,,\n' $1 $2 $1 $2 $1 $2 > w/$1-$2.dist-info/RECORD
  (cd w && /usr/bin/python3 -m zipfile -c ../$1-$2-py3-none-any.whl $1-$2.dist-info)
  rm -r w
}
wheel pages 1.0; wheel pages 2.0
wheel quill 1.0 'Requires-Dist: pages<2
'
wheel serve 1.0 'Requires-Dist: pages>=2
'
echo '$ pip install quill serve'
/usr/bin/python3 -m pip install --no-index --find-links . quill serve
