# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Logs to open: what pytest printed under Buildkite's agent, and made ones where only the size matters."""

import json
import lzma
import pathlib

from project import PROFILE
from session import FOLDER

SAMPLE = FOLDER / 'logs' / 'buildkite-pytest.log'
# As GitHub makes them, but nobody's.
TOKEN = 'ghp_' + 'q8Zr4Tn1Wx6Lb3Vc9Ky7Jm2Hd5Gf0Sp4' + 'Ua7e'


def write_profile(config, *names):
    """The profile of the project whose services are made up, by each of NAMES, in the folder CONFIG of preferences: in place of
    those that come with the program."""
    folder = config / 'culprit' / 'profiles'
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f'{name}.json').write_text(json.dumps(PROFILE))


def small(name, test='test_one'):
    """A log of one failing test."""
    path = FOLDER / name
    path.write_text(f'''collected 2 items

tests/test_{pathlib.Path(name).stem}.py::{test} FAILED

=================================== FAILURES ===================================
___________________________________ {test} ___________________________________

>       assert 1 == 2
E       assert 1 == 2

tests/test_{pathlib.Path(name).stem}.py:3: AssertionError
=========================== short test summary info ============================
FAILED tests/test_{pathlib.Path(name).stem}.py::{test} - assert 1 == 2
========================= 1 failed, 1 passed in 0.11s ==========================
''')
    return path


def large(name, megabytes):
    """A log of that size, which fails in its last lines."""
    line = b'2026-01-01 00:00:00 INFO  step %07d of the long run, all is well so far, nothing to see\n'
    block = b''.join(line % number for number in range((1 << 20) // (len(line) + 3) + 1))
    path = FOLDER / name
    with open(path, 'wb') as file:
        for _ in range(megabytes):
            file.write(block)
        file.write(b'FAILED tests/test_long.py::test_run - assert 0\n')
    return path


def elastic():
    """The real log of vLLM's build 64854, or None."""
    packed = FOLDER / 'logs' / 'raw_log_64854_elastic_ep_scaling.log.xz'
    if not packed.exists():
        return None
    path = FOLDER / packed.stem
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    return path
