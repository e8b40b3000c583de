# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Drag and drop, from a window of another program."""


from dragging import drag_source, drop
from program import Program
from samples import small
from session import run_cases, wait_for
from tap import case


@case
def file(desktop):
    log = small('dropped.log')
    with Program(desktop) as program, drag_source(desktop, 'files', log):
        drop(desktop)
        program.wait_until_loaded()
        program.wait_to_show('dropped.log')


@case
def several_files(desktop):
    logs = [small(f'{name}.log') for name in ('one', 'two', 'three')]
    with Program(desktop) as program, drag_source(desktop, 'files', *logs):
        drop(desktop)
        program.wait_for_tabs('one.log', 'two.log', 'three.log')


@case
def text(desktop):
    with Program(desktop) as program, drag_source(desktop, 'text', small('x.log').read_text()):
        drop(desktop)
        program.wait_until_loaded()
        program.wait_to_show('test_one')


@case
def onto_an_open_log(desktop):
    with Program(desktop, small('first.log')) as program:
        program.wait_until_loaded()
        with drag_source(desktop, 'files', small('second.log')):
            drop(desktop)
            program.wait_for_tabs('first.log', 'second.log')


@case
def says_what_will_happen(desktop):
    with Program(desktop) as program, drag_source(desktop, 'files', small('one.log')):
        x, y, width, height = desktop.windows()['Other Program']
        desktop.pull((x + width // 2, y + height // 2), (x + width // 2 - 570, y + height // 2 - 285))
        program.wait_to_show('The log opens in a new tab')
        desktop.screenshot('drop')
        desktop.release()
        wait_for(lambda: program.enabled('copy-tail'), 'the log')


run_cases()
