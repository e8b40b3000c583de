# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How long it takes until the first lines are there."""

import os
import statistics

import logs
import table
from measure import Failed, in_turns
from sizes import sizes

LINES = 100
RUNS = 15
LIMIT_SECONDS = 0.020
HEADINGS = ('>log (Buildkite)', '>from opening the file', '<= 20 ms',
            '>from starting culprit-cli clean, through a pipe')


def seconds_inside(workspace, path):
    command = [os.path.join(workspace.build, 'tests/bench/first-lines'), path]
    printed = workspace.runner.output(command)
    if not printed:
        raise Failed(f'{" ".join(command)}: no answer')
    return float(printed) / 1000


def measure(workspace, log, size):
    clean = workspace.culprit('clean')
    with workspace.log(log, size) as (path, length):
        results = in_turns({
            'inside': lambda: seconds_inside(workspace, path),
            'pipe': lambda: workspace.runner.seconds_to_lines(clean.arguments(path), LINES),
        }, RUNS)
    return length, statistics.median(results['inside']), statistics.median(results['pipe'])


def answer(workspace):
    log = logs.buildkite()
    rows = []
    for size in sizes(workspace):
        length, inside, pipe = measure(workspace, log, size)
        rows.append((table.size(length), table.seconds(inside),
                     table.mark(inside <= LIMIT_SECONDS), table.seconds(pipe)))
    return f'## The first {LINES} lines\n\n{table.table(HEADINGS, rows)}'
