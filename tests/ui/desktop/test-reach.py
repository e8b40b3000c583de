# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a pointer can do, done by the keyboard alone and by the actions of the accessible objects: nothing is out of
reach, and nothing keeps the keyboard."""

import re

from program import Program, run_tool
from reach import WITH_MENU, Window
from samples import SAMPLE, TOKEN, small
from session import FOLDER, run_cases, wait_for
from sight import Sight
from tap import case, same

MOST_TABS = 40


def secret_log():
    log = FOLDER / 'secret.log'
    log.write_bytes(SAMPLE.read_bytes().replace(b'Connection refused', b'Connection refused to ' + TOKEN.encode()))
    return log


@case
def round_the_window(desktop):
    """F6 comes to each part once, and back; Tab leaves each of them."""
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        desktop.key('ctrl+i')
        program.wait_to_show('Preview')
        sight = Sight(window)
        found = [(window.focus().role, window.focus().name)]
        while len(found) < MOST_TABS and (found[0] != found[-1] or len(found) == 1):
            item = sight.step('F6')
            found.append((item.role, item.name))
        parts = [role for role, _ in found]
        assert found[0] == found[-1] and len(set(found)) == len(found) - 1, found
        for role, name in (('text', 'Log'), ('scroll bar', 'Overview'), ('text', 'Title')):
            assert (role, name) in found, found
        assert parts.count('list item') >= 2 and 'spin button' in parts, found
        sight.step('F6')
        desktop.key('shift+F6')
        wait_for(lambda: (window.focus().role, window.focus().name) == found[0], f'{found[0]} by Shift+F6')


@case
def no_trap(desktop):
    """Tab comes to every button of the window, and back to where it began."""
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('text', 'Log')
        sight, found = Sight(window), []
        while len(found) < MOST_TABS and 'Log' not in found:
            found.append(sight.step('Tab').name)
        assert found[-1] == 'Log', found
        for name in ('Start of the tail', 'Overview', 'Lines in the tail range', 'Copy Last 246 Lines', 'Copy Failure',
                     'Copy Issue', 'More to Copy', 'Open', 'Recent Logs', 'Paste a Log or an Address', 'Find', 'History',
                     'Issue', 'Main Menu', 'Failures and Sections'):
            assert name in found, f'{name} is not in {found}'


@case
def failures_and_sections(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('list item', '1 of 3')
        first = window.line()
        desktop.key('Down')
        wait_for(lambda: program.selected() == '2 of 3', 'the second failure')
        desktop.key('Return')
        wait_for(lambda: window.focus().name == 'Log', 'the log')
        assert window.line() != first
        desktop.key('n')
        wait_for(lambda: program.selected() == '3 of 3', 'the third failure')
        desktop.key('n')
        wait_for(lambda: program.selected() == '1 of 3', 'the first failure')
        # Its explanation begins above the line that names it.
        desktop.key('c')
        window.wait_for_line(137)
        desktop.key('c')
        window.wait_for_line(first)
        program.tree.press(window.find('link', 'Cause, line 147'))
        window.wait_for_line(137)
        section = window.find('list item', 'Running commands, lines 33 to 36')
        window.go('list item', ', lines ')
        while window.focus().name != section.name:
            desktop.key('Down')
        desktop.key('Return')
        window.wait_for_line(33)
        # Folded, its next line is not the next of the log.
        desktop.key('z')
        desktop.key('Down')
        wait_for(lambda: window.line() in (34, 37), 'a line further')
        if window.line() == 34:
            desktop.key('Up')
            desktop.key('z')
            desktop.key('Down')
            window.wait_for_line(37)
        desktop.type('[')
        window.wait_for_line(33)


@case
def selection_tail_and_strip(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('text', 'Log')
        desktop.key('ctrl+l')
        wait_for(lambda: window.focus().name == 'Go to Line', 'the bar to go to a line')
        desktop.type('200')
        desktop.key('Return')
        window.wait_for_line(200)
        for key in ('Home', 'shift+Down', 'shift+Down'):
            desktop.key(key)
        wait_for(lambda: program.enabled('copy-selection'), 'a selection')
        desktop.key('ctrl+c')
        program.wait_for_toast('Copied 2 lines')
        clean = run_tool('clean', SAMPLE).decode().splitlines(keepends=True)
        same(desktop.read_clipboard().decode().rstrip('\n'), ''.join(clean[199:201]).rstrip('\n'))
        for key in ('Escape', 'Up', 'Up', 't'):
            desktop.key(key)
        wait_for(lambda: program.get_tail() == 47, 'the tail from line 200 on')
        window.go('slider', 'Start of the tail', key='Tab', most=3)
        for key, lines in (('Up', 48), ('Page_Up', 73), ('Down', 72)):
            desktop.key(key)
            wait_for(lambda: window.focus().description == f'{lines} lines', f'{lines} lines')
        same(program.get_tail(), 72)

        strip = window.go('scroll bar', 'Overview')
        desktop.key('Home')
        wait_for(lambda: window.focus().description.startswith('line 1 of 246'), strip.description)
        desktop.key('End')
        wait_for(lambda: not window.focus().description.startswith('line 1 of'), 'the end')


@case
def find_and_menus(desktop):
    with Program(desktop, SAMPLE, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        desktop.key('ctrl+f')
        wait_for(lambda: window.focus().name == 'Find in the Log', 'the find bar')
        desktop.type('test')
        program.wait_to_show('1 of ')
        window.press('Next Match')
        program.wait_to_show('2 of ')
        window.press('Match Case')
        wait_for(lambda: window.find('toggle button', 'Match Case').has('pressed'), 'the case to be matched')
        window.press('Close Find')
        wait_for(lambda: window.focus().name == 'Log', 'the log to have the keyboard')

        window.press('More to Copy')
        program.tree.press(window.find('menu item', 'Copy Title'))
        program.wait_for_toast('Copied title')
        window.wait_until_closed('Copy Title')
        desktop.key('F10')
        program.wait_to_show('About Culprit')
        desktop.key('Escape')
        window.press('Issue')
        wait_for(lambda: program.state('show-issue'), 'the issue')
        window.press('Failures and Sections')
        wait_for(lambda: not program.state('show-failures'), 'the failures to go')


@case
def issue_and_secrets(desktop):
    with Program(desktop, secret_log(), environment=WITH_MENU) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        desktop.key('ctrl+i')
        program.wait_to_show('Preview')
        window.go('text', 'Title')
        for key in ('ctrl+Home', 'x'):
            desktop.key(key)
        program.wait_to_show('Reset Title')
        assert window.title().startswith('x['), window.title()
        window.press('Reset Title')
        wait_for(lambda: not window.title().startswith('x'), 'the title as it was')
        check = next(item for item in window.items() if item.role == 'check box' and item.has('focusable'))
        # GTK 4.8 gives a check box no action.
        window.go('check box', check.name, key='Tab')
        desktop.key('space')
        wait_for(lambda: window.find('check box', check.name).has('checked'), f'{check.name} to be checked')

        masked = next(item.name for item in window.items() if item.name.endswith(' masked'))
        window.press(masked)
        line = wait_for(lambda: next((item for item in window.items() if re.match(r'(Line )?\d+$', item.name)
                                      and item.role == 'push button'), None), 'the line of a secret')
        program.tree.press(line)
        window.wait_for_line(int(line.name.split()[-1]))
        switch = wait_for(lambda: next((item for item in window.items()
                                        if item.role == 'check box' and 'ask' in item.name), None),
                          'whether the secret is masked')
        assert switch.has('checked')
        program.tree.press(switch)
        wait_for(lambda: masked not in program.showing(), 'the secret to be shown')


@case
def tabs_by_key(desktop):
    with Program(desktop, small('first.log'), small('second.log'), reopens=True) as program:
        program.wait_for_tabs('first.log', 'second.log')
        program.wait_until_loaded('copy-tail')
        for key, title in (('ctrl+Page_Down', 'second.log'), ('alt+1', 'first.log'), ('ctrl+Tab', 'second.log')):
            desktop.key(key)
            wait_for(lambda: title in desktop.windows(), title)
        desktop.key('ctrl+w')
        program.wait_for_tabs('first.log')
        desktop.key('ctrl+shift+t')
        wait_for(lambda: 'second.log' in desktop.windows(), 'the tab again')
        desktop.key('ctrl+t')
        program.wait_to_show('Drop a Failed Log')


@case
def preferences_by_key(desktop):
    with Program(desktop) as program:
        window = Window(desktop, program)
        desktop.key('ctrl+comma')
        program.wait_to_show('Open What Was Open Last Time')
        window.go('page tab', 'General', key='Tab')
        window.go('combo box', 'Colours', key='Tab')
        switch = 'Open What Was Open Last Time'
        item = window.find('check box', switch)
        was = item.has('checked')
        program.tree.press(item)
        wait_for(lambda: window.find('check box', switch).has('checked') != was, 'the switch')
        program.tree.press(window.find('page tab', 'Accounts'))
        wait_for(lambda: window.find('page tab', 'Accounts').is_selected, 'the accounts')
        desktop.key('Escape')
        wait_for(lambda: 'Open What Was' not in program.showing(), 'the preferences to close')


run_cases()
