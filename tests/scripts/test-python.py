# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every Python file is free of what pyflakes and pycodestyle find, and every script that names its interpreter can be run."""

import importlib.util
import os
import subprocess
import sys

import tap
import tree
from tap import case

for module in ('pyflakes', 'pycodestyle'):
    if not importlib.util.find_spec(module):
        sys.exit(tap.skip_all(f'no {module}'))

# What real test runners are run on is wrong on purpose.
NOT_OURS = ('tests/logs/runners/', 'tests/logs/package/')
# Blanks that line things up, and lambdas with a name, are this project's style.
STYLE = ('--max-line-length=150', '--ignore=E128,E203,E731,W503,W504')


def own_files(root):
    return [path for path in tree.files(root) if not str(path).startswith(NOT_OURS)]


def output(root, program, *arguments):
    """What a checker prints, by lines; it ends with another status than 0 where it found something."""
    run = subprocess.run([sys.executable, '-m', program, *arguments], cwd=root, capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return (run.stdout + run.stderr).splitlines()


def wrong_python(root):
    paths = [str(path) for path in own_files(root) if path.suffix == '.py']
    return output(root, 'pyflakes', *paths) + output(root, 'pycodestyle', *STYLE, *paths)


def scripts_that_cannot_be_run(root):
    for path in own_files(root):
        with open(root / path, 'rb') as stream:
            names_interpreter = stream.read(2) == b'#!'
        if names_interpreter != os.access(root / path, os.X_OK):
            yield f'{path} names an interpreter but is not executable' if names_interpreter \
                else f'{path} is executable but names no interpreter'


def check(text):
    with tree.written({'src/a.py': text}) as root:
        return wrong_python(root)


@case
def no_python_file_has_a_fault():
    tree.nothing(wrong_python(tree.ROOT))


@case
def every_script_can_be_run():
    tree.nothing(list(scripts_that_cannot_be_run(tree.ROOT)))


@case
def what_is_not_used_or_not_known_is_found():
    assert not check('import os\n\nprint(os.sep)\n')
    assert check('import os\n') == ["src/a.py:1:1: 'os' imported but unused"]
    assert check('print(a)\n') == ["src/a.py:1:7: undefined name 'a'"]


@case
def what_is_no_python_is_found():
    assert any('src/a.py:1' in line for line in check('print(\n'))


@case
def bad_style_is_found():
    assert check('a = 1\nb=2\n') == ['src/a.py:2:2: E225 missing whitespace around operator']


@case
def a_script_without_its_bit_is_found():
    with tree.written({'src/run': '#!/bin/sh\n', 'src/read': 'a=1\n'}) as root:
        found = list(scripts_that_cannot_be_run(root))
        assert found == ['src/run names an interpreter but is not executable'], found
        (root / 'src/run').chmod(0o755)
        assert not list(scripts_that_cannot_be_run(root))
        (root / 'src/read').chmod(0o755)
        found = list(scripts_that_cannot_be_run(root))
        assert found == ['src/read is executable but names no interpreter'], found


if __name__ == '__main__':
    sys.exit(tap.main())
