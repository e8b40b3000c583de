# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What culprit-cli says of many logs: many-logs.c, which loads the rules once, and is quicker than a
command each by as much."""

import json
import os
import pathlib
import subprocess
import tempfile

PROGRAM = os.environ['CULPRIT_MANY_LOGS']
TIMEOUT = 1200


def read(paths):
    """Of each of PATHS, in order: {failures, clean, rerun, loop}."""
    paths = list(paths)
    done = subprocess.run(
        [PROGRAM],
        input=''.join(f'{path}\n' for path in paths),
        stdout=subprocess.PIPE,
        text=True,
        encoding='utf-8',
        timeout=TIMEOUT,
    )
    assert done.returncode == 0, f'{PROGRAM}: status {done.returncode}'
    logs = [json.loads(line) for line in done.stdout.split('\n') if line]
    assert len(logs) == len(paths), f'{len(logs)} of {len(paths)} logs were read'
    return logs


def read_texts(texts):
    """The same of TEXTS, which are bytes."""
    with tempfile.TemporaryDirectory(prefix='culprit-cli-') as folder:
        paths = [pathlib.Path(folder, f'{number}.log') for number in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_bytes(text)
        return read(paths)
