# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where culprit-cli reads its log from, and what it says of a bad one (exit status 1)."""

import os
import subprocess
import sys
import threading

from command import (FOLDER, LINES, PROGRAM, TIMEOUT, as_buildkite, as_text, failing_log,
                     run, write)
from tap import Skip, case, main, same

COMMANDS = ('clean', 'tail', 'failures', 'excerpt', 'issue', 'comment', 'rerun')


def fails(log, *words):
    for command in COMMANDS:
        errors = run(command, log).expect(1).errors
        for word in words:
            assert word in errors, (command, errors)


@case
def standard_input_by_a_dash():
    same(run('clean', '-', stdin=as_buildkite(LINES)).expect(0).text, as_text(LINES))


@case
def standard_input_without_a_name():
    same(run('clean', stdin=as_buildkite(LINES)).expect(0).text, as_text(LINES))


@case
def same_through_file_and_standard_input():
    raw = as_buildkite(LINES)
    log = write('same.log', raw)
    for command in ('clean', 'tail', 'failures', 'excerpt'):
        same(run(command, '-', stdin=raw).expect(0).text, run(command, log).expect(0).text)


@case
def relative_path():
    name = failing_log().name
    same(run('clean', name, cwd=FOLDER.name).expect(0).text, as_text(LINES))


@case
def name_that_is_not_utf8():
    path = os.path.join(os.fsencode(FOLDER.name), b'caf\xe9 \n.log')
    with open(path, 'wb') as file:
        file.write(as_buildkite(LINES))
    same(run('clean', os.fsdecode(path)).expect(0).text, as_text(LINES))


@case
def named_pipe():
    path = os.path.join(FOLDER.name, 'pipe')
    os.mkfifo(path)

    def feed():
        with open(path, 'wb') as pipe:
            pipe.write(as_buildkite(LINES))

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    same(run('clean', path).expect(0).text, as_text(LINES))
    feeder.join(TIMEOUT)


@case
def no_such_file():
    fails(os.path.join(FOLDER.name, 'absent.log'), 'absent.log')


@case
def folder():
    fails(FOLDER.name, 'folder')


@case
def unreadable_file():
    if os.geteuid() == 0:
        raise Skip('root may read every file')
    log = failing_log()
    log.chmod(0)
    try:
        fails(log, log.name)
    finally:
        log.unlink()


@case
def empty_file():
    fails(write('empty.log', b''), 'empty')


@case
def binary_file():
    with open(PROGRAM, 'rb') as program:
        fails(write('binary.log', program.read(1 << 20)), 'binary.log')


@case
def log_with_holes():
    raw = as_buildkite(LINES) + b'\0' * 10000
    fails(write('holes.log', raw), 'holes.log', "tr -d '\\0'")
    same(run('clean', stdin=raw.replace(b'\0', b'')).expect(0).text, as_text(LINES))


@case
def message_of_a_hostile_name():
    errors = run('clean', '/nowhere/\x1b[2Jx\ny\r\u202egol.z\u2066').expect(1).errors
    assert not set('\x1b\r\u202e\u2066') & set(errors), repr(errors)


@case
def address():
    run('clean', 'https://127.0.0.1:9/x.log').expect(1)


@case
def long_line_without_an_end():
    size = 64 * 1024 * 1024
    log = write('long.log', b'x' * size)
    try:
        assert len(run('clean', log).expect(0).bytes) > 0
        assert run('failures', log).expect(0).text == ''
    finally:
        log.unlink()


@case
def closed_pipe_ends_quietly():
    log = write('many.log', as_buildkite(LINES) * 4000)
    process = subprocess.Popen([PROGRAM, 'clean', log], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(TIMEOUT) == 0, process.returncode
    assert errors == b'', errors


@case
def full_disk_is_an_error():
    if not os.path.exists('/dev/full'):
        raise Skip('no /dev/full')
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([PROGRAM, 'clean', failing_log()], stdout=full, timeout=TIMEOUT,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1, done.returncode
    assert done.stderr.count(b'\n') == 1, done.stderr


sys.exit(main())
