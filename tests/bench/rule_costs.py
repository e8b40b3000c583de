# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What each file of rules costs."""

import collections
import os
import typing

import logs
import table
from measure import Failed

MIB = 1024 * 1024
SIZE = 20 * MIB
DEAREST = 10
HEADINGS = ('rules', '>lines tried', '>of them match', '>in a GB of such a log', '>of all')


class Cost(typing.NamedTuple):
    place: str
    tried: int
    matched: int
    milliseconds: float


def read(printed):
    """What rule-costs prints: the search for words, and each rule."""
    costs = []
    for line in printed.decode().splitlines():
        place, tried, matched, milliseconds = line.split('\t')
        costs.append(Cost(place, int(tried), int(matched), float(milliseconds)))
    return costs[0], costs[1:]


def by_file(rules):
    files = collections.defaultdict(list)
    for rule in rules:
        files[rule.place.rsplit(':', 1)[0]].append(rule)
    return [Cost(name, *(sum(column) for column in zip(*(rule[1:] for rule in each))))
            for name, each in files.items()]


def rows_of(costs, whole, length):
    for cost in sorted(costs, key=lambda cost: -cost.milliseconds):
        yield (cost.place, f'{cost.tried:,}', f'{cost.matched:,}',
               table.seconds(cost.milliseconds / 1000 * (1 << 30) / length),
               f'{100 * cost.milliseconds / whole:.1f} %')


def answer(workspace):
    with workspace.log(logs.buildkite(), SIZE) as (path, length):
        command = [os.path.join(workspace.build, 'tests/bench/rule-costs'), path]
        printed = workspace.runner.output(command)
        if not printed:
            raise Failed(f'{" ".join(command)}: no answer')
    words, rules = read(printed)
    whole = words.milliseconds + sum(rule.milliseconds for rule in rules)
    dearest = sorted(rules, key=lambda rule: -rule.milliseconds)[:DEAREST]
    files = [words._replace(place='words of all'), *by_file(rules)]
    tried = [file for file in files if file.tried]

    return '\n\n'.join([f'## What each file of rules costs\n\n{words.tried:,} lines of a Buildkite '
                        f'log; {len(files) - len(tried)} files whose words none of them has are left out.',
                        table.table(HEADINGS, rows_of(tried, whole, length)),
                        f'The {DEAREST} dearest rules:',
                        table.table(HEADINGS, rows_of(dearest, whole, length))])
