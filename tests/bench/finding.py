# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How fast the window's find looks through a log, beside rg on the same bytes."""

import dataclasses
import os
import shlex
import statistics

import logs
import table
from measure import Failed, in_turns
from page import Comparison

MIB = 1024 * 1024
LIMIT = 3
OPTIONS = ('-c', '--count-matches')
HEADINGS = ('words', 'kind', '>hits', '>first hit', '>all counted', '>rg -c', '>ratio', '', '>rg --count-matches', '>ratio', '')


@dataclasses.dataclass
class Words:
    words: str
    regex: bool = False
    case: bool = False

    @property
    def kind(self):
        return ', '.join(['regular expression' if self.regex else 'words', *(['case'] if self.case else [])])

    def argument(self):
        return f'{"r" * self.regex}{"c" * self.case}:{self.words}'

    def rg(self, path, *options):
        fixed, ignoring = [] if self.regex else ['-F'], [] if self.case else ['-i']
        return ['rg', '-a', '--no-config', *fixed, *ignoring, *options, '-e', self.words, path]


SOUGHT = (
    Words('48211 passed'),
    Words('assertionerror'),
    Words('Traceback', case=True),
    Words('warning'),
    Words('it'),
    Words(r'pid=\d+\) ERROR', regex=True, case=True),
    Words(r'(error|warning).*tokens', regex=True),
    Words('quill is not in it'),
)

PAGE_WORDS = ('Traceback', 'warning', r'(error|warning).*tokens')


def read(printed):
    """Of each of the words, what find-times printed of its runs: processor, first, lines, hits."""
    runs = [[] for _ in SOUGHT]
    for line in printed.decode().splitlines():
        index, *values = line.split()
        runs[int(index)].append([float(value) for value in values])
    return runs


def look(workspace, path, times):
    command = [os.path.join(workspace.build, 'tests/bench/find-times'), str(times), path, *(words.argument() for words in SOUGHT)]
    runs = read(workspace.runner.output(command))
    if not all(runs):
        raise Failed(f'{shlex.join(command)}: no answer')
    return runs


def seconds_of_rg(workspace, command):
    """No match is no failure."""
    return workspace.runner.time(['sh', '-c', f'{shlex.join(command)} || [ $? = 1 ]']).processor


def count_of_rg(workspace, command):
    return int(workspace.runner.output(command) or 0)


def cells_of(own, peer):
    return table.seconds(peer), f'{own / peer:.2f}x', table.mark(own <= LIMIT * peer)


def row_of(workspace, path, words, runs, seconds):
    processor, first = (statistics.median(each[i] for each in runs) for i in range(2))
    lines, hits = runs[0][2:]
    found = [count_of_rg(workspace, words.rg(path, option)) for option in OPTIONS]
    if found != [lines, hits]:
        raise Failed(f'{words.words}: {lines:.0f} lines and {hits:.0f} hits, but rg has {found}')
    if words.words in PAGE_WORDS:
        what = f'Find “{words.words}” in {table.size(os.path.getsize(path))} ({words.kind})'
        workspace.comparisons.append(Comparison(what, processor, 'rg --count-matches',
                                                statistics.median(seconds[words.words, OPTIONS[-1]])))
    cells = [cell for option in OPTIONS for cell in cells_of(processor, statistics.median(seconds[words.words, option]))]
    return (words.words, words.kind, f'{hits:,.0f}', table.seconds(first), table.seconds(processor), *cells)


def answer(workspace):
    log = logs.plain()
    times = 3 if workspace.quick else 5
    with workspace.log(log, (256 if workspace.quick else 1024) * MIB) as (path, length):
        jobs = {(words.words, option): lambda command=words.rg(path, option): seconds_of_rg(workspace, command)
                for words in SOUGHT for option in OPTIONS}
        seconds = in_turns(jobs, times)
        runs = look(workspace, path, times)
        rows = [row_of(workspace, path, words, each, seconds) for words, each in zip(SOUGHT, runs)]
    return (f'## Finding in a log ({log.name}, {table.size(length)})\n\nThe processor\'s time, but the first hit by '
            f'the clock. The log has no control character, so that its clean lines are the bytes that rg reads; it '
            f'takes -a, and -i and -F as they apply.\n\n{table.table(HEADINGS, rows)}')
