# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How fast the log is cleaned, beside others."""

import contextlib

import logs
import table
import tools
from page import Comparison
from measure import Took, in_turns, typical

MIB = 1024 * 1024
PEERS = (tools.SED, tools.SED_PIPE, tools.ANSI2TXT, tools.ANSIFILTER, tools.COL, tools.CAT)
SLOW = [tool.name for tool in PEERS if tool not in (tools.ANSI2TXT, tools.CAT)]
HEADINGS = ('log', 'program', '>time', '>processor', '>MB/s', 'culprit-cli clean')

PAGE_PEERS = (tools.SED, tools.ANSI2TXT, tools.ANSIFILTER, tools.COL)

# How much faster than a peer, or in at most how many times the time of cat.
GOALS = {
    'Buildkite': ((tools.SED, 20), (tools.ANSI2TXT, 10), (tools.CAT, 6)),
    'progress bars': ((tools.SED, 5),),
}


def measure(workspace, clean, log, size):
    """The log's length and, by program, what the whole of it takes and how much of it was given."""
    jobs, given = {}, {}
    with contextlib.ExitStack() as stack:
        path, length = stack.enter_context(workspace.log(log, size))
        for tool in (clean, *PEERS):
            part, given[tool.name] = path, length
            if tool.slice and tool.slice < length:
                part, given[tool.name] = stack.enter_context(workspace.start_of(path, tool.slice))
            jobs[tool.name] = lambda tool=tool, part=part: workspace.time(tool, part)
        times = typical(in_turns(jobs, 3 if workspace.quick else 5,
                                 fewer=SLOW))

    return length, {name: (Took(*(value * length / given[name] for value in took)), given[name])
                    for name, took in times.items()}


def relation(own, other):
    if own is other:
        return ''
    if other.processor >= own.processor:
        return f'is {table.ratio(other.processor / own.processor)} as fast'
    return f'takes {table.ratio(own.processor / other.processor)} its time'


def rows_of(log, length, times, own):
    for name, (took, given) in times.items():
        note = '' if given == length else f' (scaled from {table.size(given)})'
        yield (f'{log.name}, {table.size(length)}', f'{name}{note}', table.seconds(took.clock),
               table.seconds(took.processor), table.rate(length, took.processor),
               relation(own, took))


def goals_of(log, times, own):
    for tool, goal in GOALS.get(log.name, ()):
        other = times[tool.name][0]
        if tool is tools.CAT:
            measured = own.processor / other.processor
            yield (log.name, f'<= {goal}x the time of cat', table.ratio(measured),
                   table.mark(measured <= goal))
        else:
            measured = other.processor / own.processor
            yield (log.name, f'>= {goal}x as fast as {tool.name}', table.ratio(measured),
                   table.mark(measured >= goal))


def comparisons_of(length, times, own):
    for tool in PAGE_PEERS:
        yield Comparison(f'Clean a log of {table.size(length)}', own.processor, tool.name, times[tool.name][0].processor)


def answer(workspace):
    clean = workspace.culprit('clean')
    first, others = (256, 64) if workspace.quick else (1024, 256)
    plan = [(logs.buildkite(), first), (logs.progress(), others), (logs.plain(), others)]
    plan += [(log, others) for log in workspace.real_logs()]
    rows, goals = [], []

    for log, size in plan:
        length, times = measure(workspace, clean, log, size * MIB)
        own = times[clean.name][0]
        rows += rows_of(log, length, times, own)
        goals += goals_of(log, times, own)
        if log.name == 'Buildkite':
            workspace.comparisons += comparisons_of(length, times, own)
    return '\n\n'.join(['## Cleaning a log', table.table(HEADINGS, rows),
                        table.table(('log', 'goal', '>measured', ''), goals)])
