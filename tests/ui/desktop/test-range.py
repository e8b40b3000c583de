# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tail range, by number and by dragging its edge; and a gigabyte that is still being read."""

import os
import time

from program import Program, run_tool
from samples import SAMPLE, large
from session import run_cases, wait_for
from tap import case, same


def copied_tail(desktop, program):
    desktop.key('ctrl+shift+l')
    program.wait_for_toast('Copied last ')
    return desktop.read_clipboard().decode()


@case
def by_number(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        program.set_tail(7)
        same(copied_tail(desktop, program), run_tool('tail', '--mask', '-n', '7', SAMPLE).decode())


@case
def by_dragging_its_edge(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        program.set_tail(12)
        desktop.click(*program.middle(program.find('text', 'Log')))
        desktop.key('ctrl+End')
        time.sleep(1)
        x, y, width, height = program.area(program.find('slider', 'Start of the tail'))
        start_point = (x + 40, y + height // 2)
        desktop.drag(start_point, (start_point[0], start_point[1] - 90))
        wait_for(lambda: program.get_tail() > 12, 'more lines')
        lines = program.get_tail()
        assert 15 <= lines <= 19, lines
        same(copied_tail(desktop, program), run_tool('tail', '--mask', '-n', str(lines), SAMPLE).decode())


@case
def closing_while_a_gigabyte_loads(desktop):
    log = large('gigabyte.log', 1024)
    with Program(desktop, log) as program:
        wait_for(lambda: program.enabled('cancel'), 'the log to load')
        before = time.monotonic()
        desktop.key('ctrl+q')
        wait_for(lambda: not desktop.windows(), 'the window to close')
        assert time.monotonic() - before < 2, time.monotonic() - before
        wait_for(lambda: not program.alive(), 'the program to end')
    os.unlink(log)


@case
def stopping_while_a_gigabyte_loads(desktop):
    log = large('gigabyte.log', 1024)
    with Program(desktop, log) as program:
        wait_for(lambda: program.enabled('cancel'), 'the log to load')
        desktop.screenshot('loading')
        program.activate('cancel')
        wait_for(lambda: not program.enabled('cancel'), 'it to stop', 5)
        assert program.alive()
    os.unlink(log)


run_cases()
