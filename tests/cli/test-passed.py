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

import manylogs
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


def bytes_of(path):
    return lzma.open(path).read() if path.suffix == '.xz' else path.read_bytes()


def up_to_failure(lines, labelled, start):
    """LINES before the command that the first of the LABELLED lines is of, or none."""
    wanted = {line.strip() for line in labelled}
    first = next((i for i, line in enumerate(lines) if line.strip() in wanted), 0)
    command = next((i for i in range(first, 0, -1) if lines[i].startswith(start)), 0)
    return lines[:command]


@functools.cache
def jobs_of(corpus):
    """Names of logs, each with its lines before the failure and its CI's last word for success."""
    jobs = []
    for name, (start, last) in SETS.items():
        rows = list(map(json.loads, list((corpus / name / 'labels.jsonl').open())[::EVERY]))
        logs = manylogs.read_texts([bytes_of(corpus / name / row['log']) for row in rows])
        for row, log in zip(rows, logs):
            lines = up_to_failure(log['clean'].split('\n'), row['chunk'], start)
            if len(lines) >= FEWEST_LINES:
                jobs.append((f'{name}/{row["log"]}', lines, last))
    return jobs


def check(logs):
    """Of LOGS, names with lines, SHARE show nothing."""
    logs = list(logs)
    tried, wrong = len(logs), 0
    texts = [('\n'.join(lines) + '\n').encode() for _, lines in logs]
    for (name, _), log in zip(logs, manylogs.read_texts(texts)):
        if found := log['failures']['failures']:
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
        sys.exit(skip_all('CULPRIT_CORPUS names no corpus'))
    sys.exit(main(pathlib.Path(folder)))
