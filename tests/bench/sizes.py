# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a log costs against its size."""

import logs
import table
from measure import in_turns, typical

MIB = 1024 * 1024
SIZES = (10 * MIB, 100 * MIB, 1024 * MIB, 4096 * MIB)
COMMANDS = ('clean', 'tail', 'failures')
MEMORY_LIMIT = 32 * MIB
HEADINGS = ('command', '>log', '>time', '>processor', '>MB/s', '>private memory', '<= 32 MB')


def sizes(workspace):
    return SIZES[:-1] if workspace.quick else SIZES


def measure(workspace, log, size):
    runs = 3 if workspace.quick or size > 1024 * MIB else 5
    programs = {command: workspace.culprit(command) for command in COMMANDS}
    with workspace.log(log, size) as (path, length):
        times = typical(in_turns({command: lambda tool=tool: workspace.time(tool, path)
                                  for command, tool in programs.items()}, runs))
        memory = {command: workspace.runner.peak_memory(tool.arguments(path))
                  for command, tool in programs.items()}
    return length, times, memory


def answer(workspace):
    log = logs.buildkite()
    rows = []
    for size in sizes(workspace):
        length, times, memory = measure(workspace, log, size)
        rows += [(f'culprit-cli {command}', table.size(length), table.seconds(took.clock),
                  table.seconds(took.processor), table.rate(length, took.processor),
                  table.size(memory[command]), table.mark(memory[command] <= MEMORY_LIMIT))
                 for command, took in times.items()]
    rows.sort(key=lambda row: row[0])
    return f'## Cost against size (Buildkite)\n\n{table.table(HEADINGS, rows)}'
