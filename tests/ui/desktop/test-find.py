# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Finding in the log: as it is typed, by regular expression, from hit to hit, and in a log that is large."""

import os
import re

from program import Program, run_tool
from samples import SAMPLE, large
from session import run_cases, wait_for
from tap import case


def count(pattern, flags=re.IGNORECASE):
    return len(re.findall(pattern, run_tool('clean', SAMPLE).decode(), flags))


def open_bar(desktop, program, words):
    desktop.key('ctrl+f')
    program.wait_to_show('Regular Expression')
    desktop.type(words)


@case
def goes_from_hit_to_hit(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.click(*program.middle(program.find('text', 'Log')))
        desktop.key('ctrl+Home')
        n = count('test')
        assert n > 3, n
        open_bar(desktop, program, 'test')
        program.wait_to_show(f'1 of {n}')
        for key, position in (('Return', 2), ('Return', 3), ('shift+Return', 2), ('ctrl+g', 3), ('ctrl+shift+g', 2)):
            desktop.key(key)
            program.wait_to_show(f'{position} of {n}')
        desktop.keep_screenshot('find')
        desktop.key('Escape')
        wait_for(lambda: f'2 of {n}' not in program.showing(), 'the bar to close')


@case
def takes_regular_expressions_and_case(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        open_bar(desktop, program, 'TEST')
        program.wait_to_show(f'of {count("test")}')
        desktop.key('alt+c')
        n = count('TEST', 0)
        program.wait_to_show(f'of {n}' if n else 'No matches')
        desktop.key('alt+c')
        desktop.key('alt+r')
        desktop.key('ctrl+a')
        desktop.type('^=+ .* =+$')
        n = count('^=+ .* =+$', re.MULTILINE | re.IGNORECASE)
        assert n > 0
        program.wait_to_show(f'of {n}')
        desktop.key('ctrl+a')
        desktop.type('a(b')
        program.wait_to_show('missing closing parenthesis at 3')


@case
def finds_while_a_log_loads(desktop):
    log = large('gigabyte.log', 200)
    with Program(desktop, log) as program:
        wait_for(lambda: program.enabled('find'), 'the first lines', 60)
        open_bar(desktop, program, 'test_run')
        program.wait_to_show('1 of 1', 120)
    os.unlink(log)


run_cases()
