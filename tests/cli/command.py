# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs culprit-cli as a shell would, and makes small logs for it."""

import os
import pathlib
import subprocess
import tempfile

PROGRAM = os.environ['CULPRIT_CLI']
TIMEOUT = 120

FOLDER = tempfile.TemporaryDirectory(prefix='culprit-cli-')

# Two tests of one file fail; the agent's stamps and marks are around them.
LINES = [
    '~~~ Running commands',
    '$ pytest -v tests/test_store.py',
    'collected 3 items',
    '',
    'tests/test_store.py::test_reads PASSED                     [ 33%]',
    'tests/test_store.py::test_writes FAILED                    [ 66%]',
    'tests/test_store.py::test_closes[a b-None] FAILED          [100%]',
    '',
    '=================================== FAILURES ===================================',
    '_________________________________ test_writes __________________________________',
    '',
    '    def test_writes():',
    ">       assert store.write('x') == 2",
    'E       assert 1 == 2',
    '',
    'tests/test_store.py:9: AssertionError',
    '_____________________________ test_closes[a b-None] ____________________________',
    '',
    '    def test_closes(value):',
    ">       raise OSError('already closed')",
    'E       OSError: already closed',
    '',
    'tests/test_store.py:14: OSError',
    '=========================== short test summary info ============================',
    'FAILED tests/test_store.py::test_writes - assert 1 == 2',
    'FAILED tests/test_store.py::test_closes[a b-None] - OSError: already closed',
    '========================= 2 failed, 1 passed in 0.11s ==========================',
]

PASSED_LINES = [
    'collected 1 item',
    '',
    'tests/test_store.py .                                                    [100%]',
    '',
    '============================== 1 passed in 0.11s ===============================',
]


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.bytes = done.stdout
        self.text = done.stdout.decode('utf-8')
        self.errors = done.stderr.decode('utf-8')

    def expect(self, status):
        """The contract: a failure prints one line on standard error and nothing else."""
        assert self.status == status, f'exit status {self.status}, not {status}: {self.errors}'
        if status == 0:
            assert self.errors == '', self.errors
        else:
            assert self.text == '', self.text
            assert self.errors.endswith('\n') and self.errors.count('\n') == 1, repr(self.errors)
            assert self.errors.startswith('culprit-cli: '), self.errors
        return self


def run(*arguments, stdin=b'', **settings):
    return Result(subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                                 timeout=TIMEOUT, check=False, **settings))


def as_buildkite(lines):
    """The lines as the agent sends them: stamped, coloured, ended by a carriage return too."""
    stamp = 1778140778598
    return b''.join(b'\x1b_bk;t=%d\x07\x1b[36m%s\x1b[0m\r\n' % (stamp + 250 * number, line.encode())
                    for number, line in enumerate(lines))


def as_text(lines):
    return ''.join(line + '\n' for line in lines)


def write(name, content):
    path = pathlib.Path(FOLDER.name) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def failing_log():
    return write('ci_build_12_store-tests.log', as_buildkite(LINES))


def passed_log():
    return write('passed.log', as_buildkite(PASSED_LINES))
