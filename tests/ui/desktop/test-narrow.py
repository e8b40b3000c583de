# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window 360 wide, where its panes are pages: each is come to and left by keys, the keyboard goes with it and does
not get behind it, and on each of them everything has a name and shows that it has the keyboard."""

import sys

import controls
from program import Program
from reach import WITH_MENU, Window
from samples import SAMPLE
from session import start, wait_for
from sight import Sight
from tap import case, main

SIZE = (360, 640)
MOST_TABS = 40


def go_round(window, state):
    """Tab, until it comes to where it was before; the names that it came to."""
    controls.check_names(window.program, state)
    sight, item, found = Sight(window), window.focus(), {}
    while item.ref not in found and len(found) < MOST_TABS:
        found[item.ref] = item.name
        item = sight.step('Tab')
    assert len(found) < MOST_TABS, f'{state}: {found.values()}'
    return list(found.values())


@case
def pages(desktop):
    with Program(desktop, SAMPLE, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        desktop.resize(*SIZE)
        window = Window(desktop, program)
        wait_for(lambda: window.focus().name == 'Log', 'the log to have the keyboard')
        names = go_round(window, 'log')
        for name in ('Overview', 'Copy Issue', 'Failures and Sections', 'Main Menu', 'Previous Failure', 'Next Failure'):
            assert name in names, f'{name} is not in {names}'
        for key, first in (('F9', 'Failed: '), ('ctrl+i', 'Title'), ('ctrl+h', 'Ask main')):
            desktop.key(key)
            wait_for(lambda: window.focus().name.startswith(first), f'{first} to have the keyboard')
            # The history has one button, whose ring is far from its words.
            names = go_round(window, key) if key != 'ctrl+h' else []
            assert 'Log' not in names and 'Overview' not in names, f'{key}: {names}'
            if not names:
                controls.check_names(program, key)
            desktop.key(key)
            wait_for(lambda: window.focus().name == 'Log', f'the log to have the keyboard after {key}')


with start() as session:
    STATUS = main(session)
sys.exit(STATUS)
