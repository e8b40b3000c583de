# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What was open comes back when the program is started without a log, and how its window is shown."""

from gi.repository import GLib

from program import Program
from samples import SAMPLE, small
from session import FOLDER, run_cases, wait_for
from tap import case

STATE = FOLDER / 'home/.local/state/culprit/session'


@case
def tabs_come_back(desktop):
    logs = [small(f'{name}.log') for name in ('one', 'two', 'three')]
    with Program(desktop, *logs) as program:
        program.wait_for_tabs('one.log', 'two.log', 'three.log')
        program.wait_until_loaded('copy-tail')
        program.activate('show-issue')
        wait_for(lambda: program.state('show-issue'), 'the issue')
    text = STATE.read_text()
    assert 'one.log' in text and 'FAILED' not in text, text
    assert STATE.stat().st_mode & 0o777 == 0o600
    logs[1].unlink()

    with Program(desktop, continues=True) as program:
        program.wait_for_tabs('one.log', 'three.log')
        program.wait_to_show('No such file: two.log')
        wait_for(lambda: program.state('show-issue'), 'the issue of the first')


@case
def two_windows_come_back(desktop):
    with Program(desktop, small('first.log')) as program:
        program.wait_until_loaded('copy-tail')
        desktop.call(FOLDER / 'culprit', '--new-window', small('second.log'))
        wait_for(lambda: len(desktop.windows()) == 2, 'two windows')
        program.wait_until_loaded('copy-tail')
    with Program(desktop, continues=True) as program:
        wait_for(lambda: len(desktop.windows()) == 2, 'two windows again')
        program.wait_until_loaded('copy-tail')


@case
def full_screen_by_others(desktop):
    with Program(desktop, small('first.log')) as program:
        program.wait_until_loaded('copy-tail')
        for is_full in (True, False):
            program.change('fullscreen', GLib.Variant('b', is_full))
            wait_for(lambda: program.state('fullscreen') == is_full, f'full screen: {is_full}')
        if desktop.name == 'wayland':
            desktop.command('[app_id="io.github.culprit_log.Culprit"] fullscreen enable')
            wait_for(lambda: program.state('fullscreen'), 'full screen by sway')
            program.change('fullscreen', GLib.Variant('b', False))
            wait_for(lambda: not program.state('fullscreen'), 'the window as before')


@case
def what_was_closed_stays_away(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+w')
        program.wait_to_show('Drop a Failed Log')
    with Program(desktop, continues=True) as program:
        program.wait_to_show('Drop a Failed Log')


@case
def standard_input_is_not_kept(desktop):
    with open(SAMPLE, 'rb') as log, Program(desktop, '-', stdin=log) as program:
        program.wait_until_loaded()
    with Program(desktop, continues=True) as program:
        program.wait_to_show('Drop a Failed Log')


@case
def broken_file(desktop):
    STATE.parent.mkdir(parents=True, exist_ok=True)
    STATE.write_bytes(b'[(1, 2, \xff')
    with Program(desktop, continues=True) as program:
        program.wait_to_show('Drop a Failed Log')


@case
def not_wanted(desktop):
    unwanted = {'restore-session': 'false'}
    with Program(desktop, SAMPLE, preferences=unwanted) as program:
        program.wait_until_loaded()
    assert not STATE.exists()
    with Program(desktop, preferences=unwanted, continues=True) as program:
        program.wait_to_show('Drop a Failed Log')


def write_title(desktop, program):
    """In the issue of the log in front."""
    program.wait_until_loaded()
    program.activate('show-issue')
    wait_for(lambda: program.state('show-issue'), 'the issue')
    desktop.click(*program.middle(program.find('text', 'Title')))
    desktop.type('mine')
    program.wait_to_show('Reset Title')


@case
def asked_once_before_all_is_closed(desktop):
    with Program(desktop, small('first.log'), preferences={'restore-session': 'false'}, reopens=True) as program:
        write_title(desktop, program)
        desktop.call(FOLDER / 'culprit', small('second.log'))
        program.wait_for_tabs('first.log', 'second.log')
        write_title(desktop, program)
        program.activate('move-tab')
        wait_for(lambda: len(desktop.windows()) == 2, 'two windows')

        program.activate_application('quit')
        for words in ('Discard 2 Edited Issues?', 'first.log', 'second.log'):
            program.wait_to_show(words)
        desktop.screenshot('quit')
        program.activate_application('quit')
        desktop.key('Escape')
        wait_for(lambda: 'Discard 2 Edited Issues?' not in program.showing(), 'the question to be gone')
        assert len(desktop.windows()) == 2, desktop.windows()

        program.activate_application('quit')
        program.press_button('Discard')
        wait_for(lambda: not program.alive(), 'the end')


run_cases()
