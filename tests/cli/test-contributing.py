# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What .github/CONTRIBUTING.md shows, done as a contributor would: its files are written where it says, its commands run."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import case, main, same

GUIDE = pathlib.Path(os.environ['CULPRIT_GUIDE'])
BLOCK = re.compile(r'^```(\S+)(?: (\S+))?\n(.*?)^```$', re.M | re.S)
SETTINGS = ('rules', 'ci', 'secrets', 'profiles')


def blocks():
    """The guide's blocks: for each its language, the file that it is (or None) and its text."""
    return [(found[1], found[2], found[3]) for found in BLOCK.finditer(GUIDE.read_text())]


def write(home, name, text):
    """A file of the guide: settings are the user's own, all else lies in the folder where one works."""
    folder = home / '.config/culprit' if name.split('/')[0] in SETTINGS else home
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def environment(home):
    (home / 'bin').mkdir()
    (home / 'bin/culprit-cli').symlink_to(os.path.abspath(os.environ['CULPRIT_CLI']))
    return os.environ | {'HOME': str(home), 'XDG_CONFIG_HOME': str(home / '.config'),
                         'PATH': f'{home}/bin:{os.environ["PATH"]}'}


def sessions(text):
    """Of a block of commands each with what it prints."""
    for part in re.split(r'^\$ ', text, flags=re.M)[1:]:
        command, _, printed = part.partition('\n')
        yield command, printed


def try_out(command, printed, home, variables):
    done = subprocess.run(['sh', '-c', command], cwd=home, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, timeout=60)
    assert done.returncode == 0, f'{command}: status {done.returncode}: {done.stdout}'
    same(done.stdout, printed)


@case
def examples():
    commands = 0
    with tempfile.TemporaryDirectory(prefix='culprit-guide-') as name:
        home = pathlib.Path(name)
        variables = environment(home)
        for language, file, text in blocks():
            if file is not None:
                write(home, file, text)
            if language == 'console':
                for command, printed in sessions(text):
                    try_out(command, printed, home, variables)
                    commands += 1
    assert commands >= 8, commands


@case
def written_log():
    """Its expectations are those of tests/cli/test-written.py, and hold."""
    with tempfile.TemporaryDirectory(prefix='culprit-guide-') as name:
        home = pathlib.Path(name)
        for _, file, text in blocks():
            if file is not None:
                write(home, file, text)
        test = pathlib.Path(__file__).with_name('test-written.py')
        done = subprocess.run([sys.executable, test], timeout=60, stdout=subprocess.PIPE, text=True,
                              env=os.environ | {'CULPRIT_LOGS': str(home / 'tests/logs'),
                                                'XDG_CONFIG_HOME': str(home / '.config')})
        assert done.returncode == 0 and '\nok 1 kiln' in done.stdout, done.stdout


if __name__ == '__main__':
    sys.exit(main())
