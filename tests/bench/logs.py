# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Logs to measure with, of any size and the same every time.

A log is a start, a part that is repeated until the size is reached, and an end, each made of whole
lines: one long job, which fails at the end. The distinct text is long enough that no cache of a
processor holds it.
"""

import dataclasses
import random

from programs import Programs

MIB = 1024 * 1024
DISTINCT = 20 * MIB
SEED = 64854
STARTED = 1747711598123


@dataclasses.dataclass
class Log:
    name: str
    start: bytes
    repeated: bytes
    end: bytes

    def write(self, path, size):
        """Writes not more than SIZE bytes, and not much less; gives how many."""
        left = max(0, size - len(self.start) - len(self.end))
        with open(path, 'wb') as file:
            file.write(self.start)
            for _ in range(left // len(self.repeated)):
                file.write(self.repeated)
            rest = left % len(self.repeated)
            file.write(self.repeated[:self.repeated.rfind(b'\n', 0, rest) + 1])
            file.write(self.end)
            return file.tell()


class Agent:
    """Takes a program's output as Buildkite's agent does: a stamp goes before each line and after
    each sequence that erases one."""

    def __init__(self, chance):
        self.chance = chance
        self.time = STARTED
        self.parts = []
        self.length = 0

    def stamp(self):
        return f'\x1b_bk;t={self.time}\x07'

    def add(self, text, ending='\r\n'):
        self.time += self.chance.choice((0, 0, 0, 1, 1, 3, 14, 120))
        stamp = self.stamp()
        for erasing in ('\x1b[K', '\x1b[2K'):
            text = text.replace(erasing, erasing + stamp)
        line = f'{stamp}{text}{ending}'.encode()
        self.parts.append(line)
        self.length += len(line)

    def add_all(self, lines):
        for line in lines:
            self.add(line)

    def take(self):
        taken, self.parts, self.length = b''.join(self.parts), [], 0
        return taken


class Plain(Agent):
    """Output to a file: no stamps, and only the line feed ends a line."""

    def add(self, text, ending='\n'):
        super().add(text, ending)

    def stamp(self):
        return ''


def buildkite(distinct=DISTINCT):
    """A job of vLLM's: stamps, colours, groups, logger lines of several processes, some bars."""
    chance = random.Random(SEED)
    agent, programs = Agent(chance), Programs(chance, coloured=True)

    for mark in ('~~~ Bootstrapping phases plugin,checkout', '~~~ Preparing working directory'):
        agent.add(mark, '\n')
    agent.add_all(programs.checkout())
    for mark in ('~~~ Running plugin docker command hook', '+++ :pytest: Running commands'):
        agent.add(mark, '\n')
    agent.add_all(programs.session_start())
    start = agent.take()

    while agent.length < distinct:
        agent.add_all(programs.test_with_output())
    repeated = agent.take()

    agent.add_all(programs.session_end())
    agent.add('^^^ +++', '\n')
    agent.add('\x1b[31m🚨 Error: The command exited with status 1\x1b[0m', '\n')
    return Log('Buildkite', start, repeated, agent.take())


def progress(distinct=DISTINCT):
    """A job that does little but show bars: those of tqdm, pip and git, which rewrite a line, and
    docker's, which moves up to one of several lines."""
    chance = random.Random(SEED + 1)
    agent, programs = Agent(chance), Programs(chance, coloured=True)

    agent.add('~~~ Running commands', '\n')
    start = agent.take()
    while agent.length < distinct:
        agent.add_all(programs.tqdm_bar())
        agent.add_all(programs.pip_bar())
        agent.add_all(programs.git_bar())
        agent.add_all(programs.docker_pull())
    repeated = agent.take()
    agent.add_all(programs.session_end())
    return Log('progress bars', start, repeated, agent.take())


def plain(distinct=DISTINCT):
    """The output of the same tests written to a file: no control character but the line feed."""
    chance = random.Random(SEED + 2)
    agent, programs = Plain(chance), Programs(chance, coloured=False)

    agent.add_all(programs.session_start())
    start = agent.take()
    while agent.length < distinct:
        agent.add_all(programs.test_with_output())
    repeated = agent.take()
    agent.add_all(programs.session_end())
    return Log('plain', start, repeated, agent.take())


def real(name, data):
    """A real log as often as it takes."""
    if not data.endswith(b'\n'):
        data += b'\n'
    return Log(name, b'', data, b'')
