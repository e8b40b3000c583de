# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs a desktop test as somebody who is not root, which sway insists on and unreadable files need.

usage: as-user.py DESKTOP TEST

What the test uses is copied into a folder of that user's, since the clone may be in a place that only
root may enter. Pictures that the test leaves in `screenshots` there are brought back.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

NOBODY = 65534
HERE = pathlib.Path(__file__).resolve().parent
CORPUS_LOG = 'vllm/raw_log_64854_elastic_ep_scaling.log.xz'


def copy_parts(folder):
    for name, path in (('culprit', os.environ['CULPRIT']),
                       ('culprit-cli', os.environ['CULPRIT_CLI']),
                       ('schemas/gschemas.compiled',
                        os.path.join(os.environ['GSETTINGS_SCHEMA_DIR'], 'gschemas.compiled')),
                       ('lsan.supp', HERE.parent.parent / 'lsan.supp'),
                       ('tests/tap.py', HERE.parent.parent / 'tap.py'),
                       ('tests/fetched_logs.py', HERE.parent / 'fetched_logs.py')):
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    shutil.copytree(os.environ['CULPRIT_TRANSLATIONS'], folder / 'translations')
    shutil.copytree(HERE, folder / 'tests/desktop')
    shutil.copytree(HERE.parent.parent / 'net', folder / 'tests/net')
    shutil.copytree(HERE.parent.parent / 'logs', folder / 'logs')

    corpus = os.environ.get('CULPRIT_CORPUS')
    if corpus and os.path.exists(os.path.join(corpus, CORPUS_LOG)):
        shutil.copy(os.path.join(corpus, CORPUS_LOG), folder / 'logs')
    if corpus and 'CULPRIT_LONG_RUN' in os.environ:
        shutil.copytree(corpus, folder / 'logs' / 'corpus')


def give_away(folder):
    for path in (folder, *folder.rglob('*')):
        os.chown(path, NOBODY, NOBODY)


def environment(folder, desktop):
    kept = {name: value for name, value in os.environ.items()
            if name in ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'GDK_DEBUG', 'GDK_DISABLE', 'CULPRIT_LONG_RUN', 'CULPRIT_PICTURES')}
    return kept | {
        'CULPRIT_TEST_FOLDER': str(folder),
        'CULPRIT_DESKTOP': desktop,
        'GSETTINGS_SCHEMA_DIR': str(folder / 'schemas'),
        'LSAN_OPTIONS': f'print_suppressions=0:suppressions={folder}/lsan.supp',
        'PYTHONPATH': f'{folder}/tests:{folder}/tests/desktop:{folder}/tests/net',
        'PYTHONDONTWRITEBYTECODE': '1',
    }


def main(desktop, test, *cases):
    with tempfile.TemporaryDirectory(prefix='culprit-', ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        copy_parts(folder)
        command = ['/usr/bin/python3', folder / 'tests/desktop' / os.path.basename(test), *cases]
        if os.geteuid() == 0:
            give_away(folder)
            command = ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups', *command]
        done = subprocess.run(command, env=environment(folder, desktop), cwd=folder, check=False)
        if (folder / 'screenshots').is_dir():
            shutil.copytree(folder / 'screenshots', os.environ['CULPRIT_SCREENSHOTS'],
                            dirs_exist_ok=True)
        return done.returncode


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
