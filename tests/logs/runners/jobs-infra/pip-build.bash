set -e
mkdir quill
printf 'from setuptools import setup\nimport subprocess\nsubprocess.run(["quill-config", "--libs"], check=True)\nsetup(name="quill", version="1.0")\n' > quill/setup.py
echo '$ pip install ./quill'
/usr/bin/python3 -m pip install --no-index --no-build-isolation ./quill
