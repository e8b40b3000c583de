# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""clean -f: a log that is still being written."""

import os
import queue
import signal
import subprocess
import threading

from command import PROGRAM, TIMEOUT, as_buildkite, as_text, run, write
from tap import case, main, same

LINES = [f'line {number}' for number in range(10)]


class Following:
    """A program that follows a log, and the lines that it prints."""

    def __init__(self, *arguments, **settings):
        # The program lives as long as the test wants it to.
        # pylint: disable-next=consider-using-with
        self.process = subprocess.Popen([PROGRAM, 'clean', '-f', *map(str, arguments)],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings)
        self.lines = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line.decode())
        self.lines.put(None)

    def expect(self, lines):
        for line in lines:
            same(self.lines.get(timeout=TIMEOUT), line + '\n')

    def interrupt(self):
        assert self.process.poll() is None, self.process.stderr.read()
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(TIMEOUT) == -signal.SIGINT
        assert self.lines.get(timeout=TIMEOUT) is None


def append(path, content):
    with open(path, 'ab') as file:
        file.write(content)


@case
def file_that_grows():
    log = write('growing.log', as_buildkite(LINES))
    following = Following(log)
    following.expect(LINES)
    more = as_buildkite(['next', 'and next'])
    append(log, more[:-9])
    following.expect(['next'])
    append(log, more[-9:])
    following.expect(['and next'])
    following.interrupt()


@case
def file_that_is_still_empty():
    log = write('empty-yet.log', b'')
    following = Following(log)
    append(log, as_buildkite(LINES))
    following.expect(LINES)
    following.interrupt()


@case
def pipe():
    reader, writer = os.pipe()
    following = Following('-', stdin=reader)
    os.close(reader)
    os.write(writer, as_buildkite(LINES))
    following.expect(LINES)
    os.write(writer, b'last')
    os.close(writer)
    following.expect(['last'])
    assert following.process.wait(TIMEOUT) == 0


@case
def closed_output_ends_it():
    log = write('unread.log', as_buildkite(LINES))
    reader, writer = os.pipe()
    with subprocess.Popen([PROGRAM, 'clean', '-f', str(log)], stdout=writer) as process:
        os.close(writer)
        os.close(reader)
        append(log, as_buildkite(LINES))
        assert process.wait(TIMEOUT) == 0


@case
def what_cannot_be_followed():
    assert 'No such file' in run('clean', '-f', '/nonexistent/x.log').expect(1).errors
    same(run('clean', '--follow', '-', stdin=as_buildkite(LINES)).expect(0).text, as_text(LINES))


main()
