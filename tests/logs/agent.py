# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs a job as the Buildkite agent does, and writes the log that it would upload.

What the agent adds: a time stamp, ESC _bk;t=MILLISECONDS BEL, before each line, after each erase
sequence in a line, and where a line goes on after a pause; group marks; its own commands in grey;
and a last word where the command failed. The command itself runs on a terminal of 160 columns and
100 rows, so that its lines end in CR LF.
"""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import time

ERASE = re.compile(rb'(\x1b\[[012]?K)')
PAUSE = 1.0


class Log:
    """The bytes of the log, stamped as they come."""

    def __init__(self, path):
        self.file = open(path, 'wb')
        self.at_line_start = True
        self.last = 0.0

    def stamp(self):
        self.last = time.time()
        self.file.write(b'\x1b_bk;t=%d\x07' % int(self.last * 1000))

    def write(self, chunk):
        """A line, or a part of one."""
        for part in filter(None, ERASE.split(chunk)):
            if self.at_line_start or time.time() - self.last > PAUSE:
                self.stamp()
            self.file.write(part)
            self.at_line_start = part.endswith(b'\n')
            if ERASE.fullmatch(part):
                self.stamp()

    def say(self, text):
        self.write(text.encode() + b'\n')


class Plain(Log):
    """The log without colours, with the stamps of tools that make it readable: [2026-…Z]."""

    COLOUR = re.compile(rb'\x1b\[[0-9;]*m')

    def stamp(self):
        self.last = time.time()
        if self.at_line_start:
            self.file.write(time.strftime('[%Y-%m-%dT%H:%M:%SZ] ', time.gmtime()).encode())

    def write(self, chunk):
        super().write(self.COLOUR.sub(b'', chunk).replace(b'\r\n', b'\n'))


def lines_of(descriptor):
    """What comes in whole lines, and what stands there for a while without a line end."""
    pending = b''
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:
            chunk = b''
        if not chunk:
            break
        pending += chunk
        whole, newline, pending = pending.rpartition(b'\n')
        for line in (whole + newline).split(b'\n')[:-1]:
            yield line + b'\n'
        if pending and not newline:
            yield pending
            pending = b''
    if pending:
        yield pending


class Agent:
    def __init__(self, log, environment):
        self.log = log
        self.environment = environment

    def run_on_terminal(self, command, folder):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack('HHHH', 100, 160, 0, 0))
        process = subprocess.Popen(command, cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        for line in lines_of(ours):
            self.log.write(line)
        os.close(ours)
        return process.wait()

    def comment(self, text):
        self.log.say(f'\033[90m# {text}\033[0m')

    def step(self, folder, *command):
        self.log.say('\033[90m$\033[0m ' + ' '.join(command))
        status = self.run_on_terminal(command, folder)
        if status != 0:
            raise SystemExit(f'{command}: exit status {status}')

    def check_out(self, url, commit, folder):
        self.log.say('~~~ Preparing plugins')
        self.log.say('~~~ Preparing working directory')
        self.comment(f'Creating "{folder}"')
        self.log.say(f'\033[90m$\033[0m cd {folder}')
        self.step(folder, 'git', 'clone', '-v', '--', url, '.')
        self.step(folder, 'git', 'clean', '-ffxdq')
        self.step(folder, 'git', 'fetch', '-v', '--prune', '--', 'origin', commit)
        self.step(folder, 'git', 'checkout', '-f', commit)
        self.comment('Cleaning again to catch any post-checkout changes')
        self.step(folder, 'git', 'clean', '-ffxdq')

    def run_commands(self, commands, folder):
        self.log.say('~~~ Running commands')
        self.log.say(f'\033[90m$\033[0m cd {folder}')
        for line in commands.splitlines():
            self.log.say(line)
        status = self.run_on_terminal(['/bin/sh', '-ec', commands], folder)
        if status != 0:
            self.last_word(128 - status if status < 0 else status)

    def last_word(self, status):
        self.log.say('^^^ +++')
        self.log.say(f'\033[31m🚨 Error: The command exited with status {status}\033[0m')
        self.log.say('^^^ +++')
        self.log.say(f'user command error: exit status {status}')
