# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How fast the failures are found."""

import logs
import table
import tools
from measure import in_turns, typical

MIB = 1024 * 1024
RUNS = 5
HEADINGS = ('log', 'program', '>time', '>processor', '>MB/s', 'culprit-cli failures', 'goal', '')


def answer(workspace):
    log = logs.buildkite()
    clean, failures = workspace.culprit('clean'), workspace.culprit('failures')
    goals = {clean.name: 2, tools.RG.name: 4}
    rows = []

    with workspace.log(log, (256 if workspace.quick else 1024) * MIB) as (path, length):
        times = typical(in_turns({tool.name: lambda tool=tool: workspace.time(tool, path)
                                  for tool in (failures, clean, tools.RG)}, RUNS))
    own = times[failures.name].processor
    for name, took in times.items():
        goal = goals.get(name)
        rows.append((f'{log.name}, {table.size(length)}', name, table.seconds(took.clock),
                     table.seconds(took.processor), table.rate(length, took.processor),
                     f'takes {table.ratio(own / took.processor)} its time' if goal else '',
                     f'<= {goal}x' if goal else '',
                     table.mark(own <= goal * took.processor) if goal else ''))
    return f'## Finding the failures\n\n{table.table(HEADINGS, rows)}'
