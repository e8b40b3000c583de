# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Logs that are packed: told by what they hold, and a run's jobs as one log."""

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile

from command import LINES, as_buildkite, as_text, run, write
from tap import case, main, same

STAMP = '2026-01-02T03:04:05.1234567Z '


def as_github(lines):
    return '\ufeff' + ''.join(STAMP + line + '\n' for line in lines)


def as_zip(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def as_tar(files):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode='w') as archive:
        for name, content in files:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


# As GitHub packs it, but in no order.
SET_UP = ['##[group]Set up job', 'ready', '##[endgroup]']
TESTS = ['##[group]Run tests', 'pytest', '##[endgroup]'] + LINES[2:]
RUN = [
    ('build/2_Run tests.txt', as_github(TESTS)),
    ('build/1_Set up job.txt', as_github(SET_UP)),
    ('1_test (3.12).txt', as_github(SET_UP + ['fine'])[:-1]),
    ('test (3.12)/system.txt', as_github(['waiting for a runner'])),
    ('0_build.txt', as_github(SET_UP + TESTS)),
    ('screen.png', b'\x89PNG\r\n\x1a\n' + bytes(200)),
]
CLEAN_RUN = (['=== build ===', 'Set up job', 'ready', 'Run tests', 'pytest'] + LINES[2:] +
             ['=== test (3.12) ===', 'Set up job', 'ready', 'fine'])


@case
def compressed():
    raw = as_buildkite(LINES)
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        packed = pack(raw)
        same(run('clean', '-', stdin=packed).expect(0).text, as_text(LINES))
        same(run('clean', write('packed.log', packed)).expect(0).text, as_text(LINES))


@case
def several_layers():
    raw = as_buildkite(LINES)
    for packed in (gzip.compress(as_tar([('x/job.log', raw)])),
                   as_zip([('job.log.xz', lzma.compress(raw))]),
                   as_zip([('logs.tar.bz2', bz2.compress(as_tar([('job.log', raw)])))])):
        same(run('clean', write('packed.log', packed)).expect(0).text, as_text(LINES))
        same(run('clean', '-', stdin=packed).expect(0).text, as_text(LINES))


@case
def zip_of_a_run():
    same(run('clean', write('run.zip', as_zip(RUN))).expect(0).text, as_text(CLEAN_RUN))
    same(run('clean', '-', stdin=as_zip(RUN)).expect(0).text, as_text(CLEAN_RUN))
    same(run('clean', '-', stdin=gzip.compress(as_zip(RUN))).expect(0).text, as_text(CLEAN_RUN))


@case
def jobs_are_sections():
    output = json.loads(run('failures', '--json', write('run.zip', as_zip(RUN))).expect(0).text)
    same([section['name'] for section in output['log']['sections']],
         ['build', 'Set up job', 'Run tests', 'test (3.12)', 'Set up job'])
    same(output['log']['ci'], 'github')
    same([failure['test'] for failure in output['failures']],
         ['tests/test_store.py::test_writes', 'tests/test_store.py::test_closes[a b-None]'])


@case
def one_job_is_just_that_log():
    files = [file for file in RUN if 'test (3.12)' not in file[0]]
    same(run('clean', write('run.zip', as_zip(files))).expect(0).text, as_text(CLEAN_RUN[1:-4]))


@case
def broken_archive():
    files = [('0_build.txt', 'whole\n'), ('1_test.txt', os.urandom(9000).hex())]
    result = run('clean', write('cut.zip', as_zip(files)[:4000]))
    same(result.status, 1)
    same(result.text, '=== build ===\nwhole\n')
    assert result.errors.startswith('culprit-cli: cut.zip: 1_test.txt is broken: '), result.errors
    same(result.errors.count('\n'), 1)


@case
def archive_without_a_log():
    log = write('pictures.zip', as_zip(RUN[-1:] + [('junit.xml', '<testsuites/>')]))
    assert 'pictures.zip has no log in it' in run('clean', log).expect(1).errors


@case
def utf16():
    raw = '\ufeff' + as_text(LINES).replace('\n', '\r\n')
    for encoding in ('utf-16-le', 'utf-16-be'):
        log = write('powershell.txt', raw.encode(encoding))
        same(run('clean', log).expect(0).text, as_text(LINES))


main()
