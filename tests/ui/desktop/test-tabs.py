# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A tab goes to a window of its own, by its menu or by hand, and the old one is closed."""


from program import Program
from samples import small
from session import run_cases, wait_for
from tap import case


def titles(desktop):
    return sorted(title for title in desktop.windows() if title.endswith('.log'))


@case
def moved_to_a_window_of_its_own(desktop):
    with Program(desktop, small('first.log'), small('second.log'), reopens=True) as program:
        program.wait_for_tabs('first.log', 'second.log')
        program.wait_until_loaded('copy-tail')
        first = program.window
        program.activate('move-tab')
        wait_for(lambda: titles(desktop) == ['first.log', 'second.log'], 'two windows')
        program.activate('close-tab', path=first)
        program.activate('close-tab', path=first)
        wait_for(lambda: titles(desktop) == ['first.log'], 'one window less')
        # sway gives it the whole screen then, and the width decides what is beside the log.
        wait_for(lambda: program.state('show-failures'), 'failures beside the log')

        program.wait_until_loaded('copy-tail')
        program.activate('find')
        program.activate('find-next')
        program.activate('show-issue')
        wait_for(lambda: program.state('show-issue'), 'the issue')
        assert program.copy('copy-tail')
        program.activate('close-tab')
        program.wait_to_show('Drop a Failed Log')
        program.activate('reopen-tab')
        program.wait_until_loaded('copy-tail')


def tab_of(program, title):
    """Where the tab of a log is on the screen."""
    return program.middle(next(node for node in program.tab_nodes() if title in program.labels_in(node)))


@case
def dragged_out_of_its_window(desktop):
    with Program(desktop, small('first.log'), small('second.log'), reopens=True) as program:
        program.wait_for_tabs('first.log', 'second.log')
        program.wait_until_loaded('copy-tail')
        desktop.resize(800, 500)
        wait_for(lambda: next(iter(desktop.windows().values()))[2] < 900, 'room beside the window')
        desktop.drag(tab_of(program, 'second.log'), (1000, 700))
        if desktop.name == 'x11':
            wait_for(lambda: titles(desktop) == ['first.log', 'second.log'], 'a window of its own')
        else:
            # To sway, which takes no drop, this is no other than a drag that was cancelled.
            program.wait_for_tabs('first.log', 'second.log')


run_cases()
