# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs that passed: the logs of the corpus up to the command that failed, with the last word that their
CI has for a job that passed, and without any, where nothing says that an error did not matter. At most
two in a hundred may show a failure."""

import functools
import json
import lzma
import os
import pathlib
import sys
import tempfile

from command import run
from tap import case, main, skip_all

# set: how the line starts that a command begins with, and what the CI says last
SETS = {
    'logchunks': ('$ ', 'Done. Your build exited with 0.'),
    'cidiff': ('+ ', 'Finished: SUCCESS'),
}
FEWEST_LINES = 15
# One of so many logs is tried: those of a project are much the same.
EVERY = 3
SHARE = 0.98


def text_of(path):
    data = lzma.open(path).read() if path.suffix == '.xz' else path.read_bytes()
    with tempfile.NamedTemporaryFile(suffix='.log') as log:
        log.write(data)
        log.flush()
        return run('clean', log.name).expect(0).text.split('\n')


def up_to_failure(lines, labelled, start):
    """LINES before the command that the first of the LABELLED lines is of, or none."""
    wanted = {line.strip() for line in labelled}
    first = next((i for i, line in enumerate(lines) if line.strip() in wanted), 0)
    command = next((i for i in range(first, 0, -1) if lines[i].startswith(start)), 0)
    return lines[:command]


def failures_in(lines):
    with tempfile.NamedTemporaryFile('w', suffix='.log') as log:
        log.write('\n'.join(lines) + '\n')
        log.flush()
        return json.loads(run('failures', '--json', log.name).expect(0).text)['failures']


@functools.cache
def jobs_of(corpus):
    """Names of logs, each with its lines before the failure and its CI's last word for success."""
    jobs = []
    for name, (start, last) in SETS.items():
        for row in map(json.loads, list((corpus / name / 'labels.jsonl').open())[::EVERY]):
            lines = up_to_failure(text_of(corpus / name / row['log']), row['chunk'], start)
            if len(lines) >= FEWEST_LINES:
                jobs.append((f'{name}/{row["log"]}', lines, last))
    return jobs


def check(logs):
    """Of LOGS, names with lines, SHARE show nothing."""
    tried = wrong = 0
    for name, lines in logs:
        tried += 1
        if found := failures_in(lines):
            wrong += 1
            print(f'# {name}: {found[0]["runner"]}: {found[0]["message"]}')
    print(f'# {tried} jobs, {wrong} with failures')
    assert tried > 40 and wrong <= (1 - SHARE) * tried


@case
def jobs_that_passed(corpus):
    check(((name, [*lines, last]) for name, lines, last in jobs_of(corpus)))


@case
def jobs_that_stopped(corpus):
    check(((name, lines) for name, lines, _ in jobs_of(corpus)))


if __name__ == '__main__':
    folder = os.environ.get('CULPRIT_CORPUS')
    if not folder or not pathlib.Path(folder).is_dir():
        skip_all('CULPRIT_CORPUS names no corpus')
    sys.exit(main(pathlib.Path(folder)))
