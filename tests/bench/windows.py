# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the window takes: its start, a large log's first rows, and memory while one is open."""

import os
import statistics
import time
import typing

import logs
import table
from display import as_new, open_display
from measure import Failed, in_turns
from page import Comparison

MIB = 1024 * 1024
START_RATIO = 1.3
FIRST_ROWS = 0.100
MEMORY = 32 * MIB
PROGRAMS = {'culprit': 'window-timing', 'smallest': 'smallest-window'}


class Start(typing.NamedTuple):
    """Seconds until the first frame: by the clock, of the processor for the main thread, and for all threads."""

    clock: float
    main: float
    processor: float


def said(runner, command):
    """What the program tells of itself, by name, and when it was started."""
    started = time.monotonic()
    with as_new(runner) as fresh:
        printed = fresh.output(command).decode()
    found = {name: [float(value) for value in values]
             for name, *values in (line.split() for line in printed.splitlines())}
    if 'first-frame' not in found:
        raise Failed(f'{" ".join(command)}: no window')
    return found, started


def start_of(runner, program):
    found, started = said(runner, [program])
    clock, main, processor = found['first-frame']
    return Start(clock - started, main, processor)


def answer_start(workspace):
    with open_display(workspace.runner) as runner:
        results = in_turns({name: lambda program=program: start_of(runner, os.path.join(workspace.build, 'tests/bench', program))
                            for name, program in PROGRAMS.items()}, 9 if workspace.quick else 25)
    own, other = (Start(*map(statistics.median, zip(*results[name]))) for name in PROGRAMS)
    workspace.comparisons.append(Comparison('Start of the window, main thread', own.main,
                                            'smallest libadwaita program', other.main))
    rows = [(what, table.seconds(mine), table.seconds(peer), f'{mine / peer:.2f}x',
             table.mark(mine <= START_RATIO * peer))
            for what, mine, peer in zip(('by the clock', 'processor, main thread', 'processor, all threads'), own, other)]
    headings = ('until the first frame', '>culprit', '>smallest libadwaita program', '>ratio', f'<= {START_RATIO}x')
    return ('## Start of the window\n\nWithout a log; the smallest program has an AdwApplicationWindow with a header bar. '
            f'On Xvfb.\n\n{table.table(headings, rows)}')


def answer_first_rows(workspace):
    program = os.path.join(workspace.build, 'tests/bench/window-timing')
    with workspace.log(logs.buildkite(), (256 if workspace.quick else 1024) * MIB) as (path, length), \
            open_display(workspace.runner) as runner:
        took = [said(runner, [program, path])[0]['first-rows'][0] for _ in range(9)]
    median = statistics.median(took)
    rows = [(table.size(length), table.seconds(median), table.seconds(min(took)), table.seconds(max(took)),
             table.mark(median <= FIRST_ROWS))]
    headings = ('>log (Buildkite)', '>median', '>least', '>most', '<= 100 ms')
    return f'## From the window to the log\'s first rows\n\nBy the clock, on Xvfb.\n\n{table.table(headings, rows)}'


def answer_memory(workspace):
    program = os.path.join(workspace.build, 'tests/bench/window-timing')
    with open_display(workspace.runner) as runner:
        empty = statistics.median(said(runner, [program, '--to-end'])[0]['private'][0] for _ in range(3))
        with workspace.log(logs.buildkite(), (1024 if workspace.quick else 4096) * MIB) as (path, length):
            found, _ = said(runner, [program, '--to-end', path])
    rows = [('the empty window', table.size(empty), '', '')]
    for when, name in (('open', 'private'), ('at most, while it loads', 'peak')):
        more = max(found[name][0] - empty, 0)
        rows.append((f'{table.size(length)} {when}', table.size(found[name][0]), table.size(more), table.mark(more <= MEMORY)))
    headings = ('log (Buildkite)', '>private memory', '>more than empty', '<= 32 MB')
    return f'## Memory of the window\n\n{table.table(headings, rows)}'
