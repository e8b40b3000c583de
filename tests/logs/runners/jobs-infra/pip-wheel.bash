# needs: gcc
set -e
mkdir quill
printf 'from setuptools import setup, Extension\nsetup(name="quill", version="1.0", ext_modules=[Extension("quill", ["quill.c"])])\n' > quill/setup.py
printf '#include <quill/pages.h>\nint pages;\n' > quill/quill.c
echo '$ pip install ./quill'
/usr/bin/python3 -m pip install --no-index --no-build-isolation ./quill
