# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Culprit and the programs that it is compared with."""

import dataclasses
import re
import shlex
import subprocess

MIB = 1024 * 1024

# What vLLM's .buildkite/scripts/ci-clean-log.sh takes out, each in a pass of its own: stamps at the
# start of a line, the agent's stamps, and colours and erasing of lines.
SED_PASSES = (
    ('sed', r's/^\[[0-9]\{4\}-[0-9]\{2\}-[0-9]\{2\}T[0-9]\{2\}:[0-9]\{2\}:[0-9]\{2\}Z\] //'),
    ('sed', r's/\x1B_bk;t=[0-9]*\x07//g'),
    ('sed -r', r's/\x1B\[[0-9;]*[mK]//g'),
)


@dataclasses.dataclass
class Tool:
    """COMMAND is for a shell, with the log as $1. The result goes to standard output or, IN_PLACE,
    into the log. What takes long gets no more than SLICE bytes of it."""

    name: str
    command: str
    in_place: bool = False
    slice: int = 0

    def arguments(self, path):
        return ['sh', '-c', self.command, 'sh', path]


def culprit(program, command):
    return Tool(f'culprit-cli {command}', f'exec {shlex.quote(program)} {command} "$1"')


SED = Tool('sed -i, three passes', in_place=True,
           command=' && '.join(f'{program} -i {shlex.quote(expression)} "$1"'
                               for program, expression in SED_PASSES))
SED_PIPE = Tool('the same in one pipe',
                '<"$1" ' + ' | '.join(f'{program} {shlex.quote(expression)}'
                                      for program, expression in SED_PASSES))
ANSI2TXT = Tool('ansi2txt', 'exec ansi2txt <"$1"')
ANSIFILTER = Tool('ansifilter', 'exec ansifilter -T -i "$1"', slice=32 * MIB)
COL = Tool('col -b', 'exec col -b <"$1"', slice=8 * MIB)
ANSI2TXT_COL = Tool('ansi2txt | col -b', 'ansi2txt <"$1" | col -b')
CAT = Tool('cat', 'exec cat "$1"')
RG = Tool('rg -c -a', "exec rg -c -a 'FAILED|ERROR|Traceback|Exception' \"$1\"")

VERSIONS = (
    ('sed', 'sed --version'),
    ('ansi2txt', "dpkg-query -W -f '${Version}' colorized-logs"),
    ('ansifilter', 'ansifilter --version'),
    ('col', 'col --version'),
    ('cat', 'cat --version'),
    ('rg', 'rg --version'),
)


def versions():
    for name, command in VERSIONS:
        printed = subprocess.run(['sh', '-c', command], capture_output=True, text=True,
                                 check=False).stdout
        found = re.search(r'\d+(\.\d+)+[-\w]*', printed)
        yield f'{name} {found[0] if found else "of unknown version"}'
