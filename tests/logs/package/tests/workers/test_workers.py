# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess

from quill import workers


def test_layers():
    workers.generate(layer=7)


def test_memory():
    workers.generate(size=40.0)


def test_own_failure():
    words = 'as it is'.split()
    assert words == ['as', 'it', 'was']


def test_killed_server():
    server = subprocess.run(['sh', '-c', 'kill -9 $$'])
    if server.returncode != 0:
        raise RuntimeError('Server exited unexpectedly.')
