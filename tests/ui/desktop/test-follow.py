# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A log that is still being written: a file that grows, a pipe that stays open."""

import os
import time

from gi.repository import GLib

from program import Program, run_tool
from samples import small
from session import FOLDER, run_cases, wait_for
from tap import case, same

# Lines of which a log's CI is told, and more than the window shows.
FEW = 5
MANY = 120
# Of them at the end, and where their start is if they are in sight: so far from top and bottom.
LAST = 20
MARGIN = 80


def step(number):
    return f'step {number} of a job that runs\n'


def steps(first, end):
    return ''.join(step(number) for number in range(first, end))


class Job:
    """A job that writes its log while it is followed."""

    def __init__(self, name):
        self.path = FOLDER / name
        self.path.write_text(steps(0, FEW))

    def write(self, text):
        with open(self.path, 'a', encoding='utf-8') as log:
            log.write(text)

    def fail(self):
        self.write(small('reported.txt').read_text())


def follow(desktop, program, name):
    program.wait_until_loaded('copy-tail')
    desktop.key('ctrl+e')
    program.wait_to_show(f'Following {name}: ')
    assert program.state('follow')


def wait_for_last_line(program, line):
    """Copies the last lines until that one is the last."""
    program.touch()

    def copied():
        program.activate('copy-tail')
        return program.session.read_clipboard().decode().endswith(line)
    wait_for(copied, f'the last line to be {line!r}')


def is_at_end(program):
    """Whether the last lines are in sight: else the edge above them sticks to the log's own."""
    _, top, _, height = program.area(program.find('text', 'Log'))
    _, y, _, edge_height = program.area(program.find('slider', 'Start of the tail'))
    return top + MARGIN < y + edge_height // 2 < top + height - MARGIN


@case
def file_that_grows(desktop):
    job = Job('grows.log')
    with Program(desktop, job.path) as program:
        follow(desktop, program, 'grows.log')
        job.write(steps(FEW, MANY))
        wait_for(lambda: program.get_tail() == MANY, 'more lines')
        program.set_tail(LAST)
        desktop.click(*program.middle(program.find('text', 'Log')))
        wait_for_last_line(program, step(MANY - 1))
        wait_for(lambda: is_at_end(program), 'the end to be in sight')
        desktop.screenshot('following')

        desktop.key('ctrl+Home')
        wait_for(lambda: not is_at_end(program), 'the start')
        job.write(step(MANY))
        wait_for_last_line(program, step(MANY))
        assert not is_at_end(program), 'it scrolled away'

        desktop.key('ctrl+End')
        wait_for(lambda: is_at_end(program), 'the end to be in sight again')
        job.write(step(MANY + 1))
        wait_for_last_line(program, step(MANY + 1))
        assert is_at_end(program), 'it stays behind'
        assert program.enabled('cancel')


@case
def issue_after_stopping(desktop):
    job = Job('stopped.log')
    with Program(desktop, job.path) as program:
        follow(desktop, program, 'stopped.log')
        assert not program.enabled('copy-issue')
        job.fail()
        wait_for(lambda: program.enabled('copy-issue'), 'the issue while it is followed')
        assert program.enabled('copy-failure')

        desktop.key('Escape')
        program.wait_until_loaded()
        assert not program.state('follow')
        assert 'stopped.log was cut' not in program.showing()
        same(program.copy('copy-issue'), run_tool('issue', '--body', job.path))


@case
def on_and_off_by_its_action(desktop):
    job = Job('action.log')
    with Program(desktop, job.path) as program:
        program.wait_until_loaded('copy-tail')
        for state in (True, False, True, False):
            program.change('follow', GLib.Variant('b', state))
            wait_for(lambda: program.state('follow') == state, f'follow to be {state}')
            job.write(step(1))
        program.wait_until_loaded('copy-tail')


@case
def file_that_is_deleted(desktop):
    job = Job('deleted.log')
    with Program(desktop, job.path) as program:
        follow(desktop, program, 'deleted.log')
        job.path.unlink()
        time.sleep(1)
        desktop.key('Escape')
        program.wait_until_loaded('copy-tail')
        same(program.copy('copy-tail').decode(), steps(0, FEW))


@case
def file_that_is_empty(desktop):
    path = FOLDER / 'empty.log'
    path.write_bytes(b'')
    with Program(desktop, path) as program:
        program.wait_to_show('empty.log is empty')
        program.press_button('Follow')
        program.wait_to_show('Following empty.log: ')
        path.write_text(steps(0, FEW))
        wait_for(lambda: program.get_tail() == FEW, 'its lines')
        desktop.key('Escape')
        program.wait_until_loaded('copy-tail')


@case
def pipe_that_stays_open(desktop):
    reader, writer = os.pipe()
    os.write(writer, steps(0, FEW).encode())
    with Program(desktop, '-', stdin=reader) as program:
        os.close(reader)
        program.wait_to_show('Following standard input: ')
        wait_for(lambda: program.get_tail() == FEW, 'the first lines')
        os.write(writer, step(FEW).encode())
        wait_for(lambda: program.get_tail() == FEW + 1, 'one more line')
        os.write(writer, small('piped.txt').read_bytes())
        wait_for(lambda: program.enabled('copy-issue'), 'the issue while it is followed')
        os.close(writer)
        program.wait_until_loaded()
        assert not program.enabled('follow')


@case
def closing_while_it_is_followed(desktop):
    job = Job('closed.log')
    with Program(desktop, job.path, reopens=True) as program:
        follow(desktop, program, 'closed.log')
        desktop.key('ctrl+w')
        program.wait_to_show('Drop a Failed Log')
        desktop.key('ctrl+shift+t')
        program.wait_until_loaded('copy-tail')

        follow(desktop, program, 'closed.log')
        before = time.monotonic()
        desktop.key('ctrl+q')
        wait_for(lambda: not desktop.windows(), 'the window to close')
        wait_for(lambda: not program.alive(), 'the program to end')
        assert time.monotonic() - before < 5, time.monotonic() - before


run_cases()
