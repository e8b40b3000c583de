# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What opens over the window: menus, lists of choices and dialogs that hold them. Each is reached by keys, its items have
their names, roles and states, and each does what it says, by the keyboard and by its name."""

import re
import urllib.parse

import controls
from browser import Browser
from program import Program
from reach import WITH_MENU, Window
from samples import SAMPLE, small, write_profile
from scenario import Scenario
from service import Service
from session import FOLDER, run_cases, wait_for
from tap import case

CONFIG = {'XDG_CONFIG_HOME': str(FOLDER / 'config')}


def open_log_menu(window, key='Menu'):
    window.desktop.key(key)
    window.find('menu item', 'Copy as Markdown')


def open_times(window):
    """Of the menu of the log, where GTK tells of the menu in sight alone, as 4.18 does."""
    item = window.find('menu item', 'Line Times')
    if controls.find(window.items(), 'radio menu item', 'Since the Start') is None:
        window.program.tree.press(item)


def choose(window, role, name):
    """From the menu of the log."""
    open_log_menu(window)
    if role == 'radio menu item':
        open_times(window)
    window.program.tree.press(window.find(role, name))
    window.wait_until_closed('Copy as Markdown')


def choose_by_key(window, role, name):
    open_log_menu(window)
    window.go(role, name, key='Down')
    window.desktop.key('Return')
    window.wait_until_closed('Copy as Markdown')


@case
def log_by_key(desktop):
    with Program(desktop, SAMPLE, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('text', 'Log')
        open_log_menu(window, 'shift+F10')
        items = controls.check_names(program, 'menu of the log')
        controls.check_roles(items, 'menu of the log',
                             menu_item=('Copy', 'Copy as Markdown', 'Copy with Line Numbers', 'Copy from Here to the End',
                                        'Select All', 'Start Tail Here', 'Fold All Sections', 'Unfold All Sections'))
        for name, action in (('Copy', 'copy-selection'), ('Copy as Markdown', 'copy-markdown'),
                             ('Copy with Line Numbers', 'copy-numbered'), ('Copy from Here to the End', 'copy-to-end')):
            item = controls.find(items, 'menu item', name)
            assert item.has('sensitive') == program.enabled(action), name
        line = window.line()
        window.go('menu item', 'Start Tail Here', key='Down')
        desktop.key('Return')
        wait_for(lambda: program.get_tail() == 247 - line, f'the tail from line {line} on')
        wait_for(lambda: window.focus().name == 'Log', 'the log to have the keyboard again')
        open_log_menu(window)
        open_times(window)
        window.find('radio menu item', 'Since the Start')
        items = controls.check_names(program, 'menu of the times')
        controls.check_roles(items, 'menu of the times', radio_menu_item=('None', 'Since the Start', 'Since the Line Before'))
        assert [item.name for item in items if item.role == 'radio menu item' and item.has('checked')] == ['None']
        desktop.key('Escape')
        window.wait_until_closed('Line Times')
        assert window.focus().name == 'Log', window.focus()


@case
def log_by_name(desktop):
    with Program(desktop, SAMPLE, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('text', 'Log')
        choose(window, 'menu item', 'Select All')
        wait_for(lambda: program.enabled('copy-selection'), 'a selection')
        for name, start_of_copy in (('Copy as Markdown', '```'), ('Copy with Line Numbers', '  1'), ('Copy', '~~~')):
            choose(window, 'menu item', name)
            wait_for(lambda: desktop.read_clipboard().decode().startswith(start_of_copy), f'{name} in the clipboard', 6)
        desktop.key('ctrl+Home')
        choose(window, 'menu item', 'Copy from Here to the End')
        program.wait_for_toast('Copied 246 lines')
        choose(window, 'radio menu item', 'Since the Start')
        wait_for(lambda: program.state('line-times') == 'since-start', 'the times')
        open_log_menu(window)
        open_times(window)
        assert window.find('radio menu item', 'Since the Start').has('checked')
        desktop.key('Escape')


# Of the sections in the log: first and last line.
SECTIONS = ((1, 1), (2, 32), (33, 36), (37, 246))


def folded_words(window):
    """What is told of the line that the cursor is in: how much is folded there, None if nothing."""
    found = re.search(r', (\d+ lines?) folded', window.find('text', 'Log').description)
    return found and found[1]


def check_folded(window):
    """Down comes from section to section, and each says how much of it is folded."""
    window.desktop.key('ctrl+Home')
    for first, last in SECTIONS:
        window.wait_for_line(first)
        words = {0: None, 1: '1 line'}.get(last - first, f'{last - first} lines')
        wait_for(lambda: folded_words(window) == words, f'line {first} to tell of {words}')
        window.desktop.key('Down')
    window.wait_for_line(SECTIONS[-1][0])


def check_unfolded(window):
    """The line that told of the last section tells of it no more, and Down comes to the next line."""
    first = SECTIONS[-1][0]
    wait_for(lambda: folded_words(window) is None, f'line {first} to tell of nothing')
    window.desktop.key('Down')
    window.wait_for_line(first + 1)


@case
def sections_folded(desktop):
    with Program(desktop, SAMPLE, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('text', 'Log')
        for way in choose, choose_by_key:
            way(window, 'menu item', 'Fold All Sections')
            check_folded(window)
            way(window, 'menu item', 'Unfold All Sections')
            check_unfolded(window)


@case
def tracker_searched(desktop):
    with Program(desktop, SAMPLE, preferences={'profile': "'quill'"}, environment=CONFIG | WITH_MENU) as program:
        program.wait_until_loaded()
        window = Window(desktop, program)
        window.go('text', 'Log')
        desktop.key('ctrl+Home')
        for way, line, words in ((choose, 1, '"~~~ Preparing plugins"'), (choose_by_key, 2, '"~~~ Preparing working directory"')):
            window.wait_for_line(line)
            browser = Browser()
            way(window, 'menu item', 'Search Tracker for This')
            address = urllib.parse.urlsplit(browser.wait_for_address())
            assert address.path == '/quill/quill/issues', address
            assert urllib.parse.parse_qs(address.query) == {'q': [f'is:issue {words}']}, address
            wait_for(lambda: window.focus().name == 'Log', 'the log to have the keyboard again')
            desktop.key('Down')


@case
def tab(desktop):
    with Program(desktop, small('first.log'), small('second.log'), environment=WITH_MENU) as program:
        program.wait_for_tabs('first.log', 'second.log')
        program.wait_until_loaded('copy-tail')
        window = Window(desktop, program)
        chosen = window.go('page tab', '.log')
        assert chosen.is_selected, chosen
        other = next(item for item in window.items() if item.role == 'page tab' and item.ref != chosen.ref)
        assert not other.is_selected, other
        desktop.key('Right' if chosen.name == 'first.log' else 'Left')
        wait_for(lambda: controls.find(window.items(), 'page tab', other.name).is_selected, f'{other.name} to be chosen')
        desktop.key('shift+F10')
        window.find('menu item', 'Move to New Window')
        items = controls.check_names(program, 'menu of a tab')
        controls.check_roles(items, 'menu of a tab', menu_item=('Move to New Window', 'Close'), menu=('Menu',))
        desktop.key('Escape')
        wait_for(lambda: window.focus().name == other.name, 'the tab to have the keyboard again')
        desktop.key('Menu')
        window.go('menu item', 'Close', key='Down', most=3)
        desktop.key('Return')
        program.wait_for_tabs(chosen.name)


def parts_of(window, title):
    """What is in sight in the window of that title."""
    return list(window.find('frame', title).descendants())


def rows_of_failures(window, title):
    """None where the failures are not in sight."""
    failures = controls.find(parts_of(window, title), 'list', 'Failures')
    return failures and [item.name for item in failures.descendants() if item.role == 'list item']


def check_moved(window, title, other):
    """The window of that title has the log of the tab that was moved there, and the keyboard; OTHER is left."""
    wait_for(lambda: sorted(window.desktop.windows()) == sorted((title, other)), f'{title} in a window of its own')
    controls.check_names(window.program, f'{title} in a window of its own')
    wait_for(lambda: getattr(controls.find(parts_of(window, title), 'text', 'Log'), 'description', None), f'the log in {title}')
    wait_for(lambda: any(each.name == title for each in controls.ancestors(window.focus())), f'{title} to have the keyboard')
    assert [item.name for item in window.items() if item.role == 'frame' and item.has('active')] == [title]
    # Half of sway's screen is too narrow for them beside the log.
    if rows_of_failures(window, title) is None:
        window.desktop.key('F9')
    rows = wait_for(lambda: rows_of_failures(window, title), f'the failures of {title}')
    assert len(rows) == 1 and f'test_{title.split(".")[0]}.py' in rows[0], rows


def move_tab(desktop, choose_item):
    """What its menu does, from the tab in front."""
    with Program(desktop, small('first.log'), small('second.log'), environment=WITH_MENU) as program:
        program.wait_for_tabs('first.log', 'second.log')
        program.wait_until_loaded('copy-tail')
        window = Window(desktop, program)
        tab = window.go('page tab', '.log')
        desktop.key('Menu')
        choose_item(window, 'Move to New Window')
        check_moved(window, tab.name, 'first.log' if tab.name == 'second.log' else 'second.log')


@case
def tab_moved_by_key(desktop):
    def choose_item(window, name):
        window.go('menu item', name, key='Down', most=3)
        desktop.key('Return')

    move_tab(desktop, choose_item)


@case
def tab_moved_by_name(desktop):
    move_tab(desktop, lambda window, name: window.program.tree.press(window.find('menu item', name)))


@case
def known_issues(desktop):
    browser = Browser()
    with Service(Scenario(noise=60)) as service:
        job = service.scenario.job_named(1150, 'Binding Tests')
        with Program(desktop, f'{job.build.url}#{job.id}', preferences={'known-issues': 'true', 'profile': "'quill'"},
                     environment=CONFIG | WITH_MENU | service.environment) as program:
            program.wait_until_loaded()
            program.wait_to_show('Already reported: #500')
            window = Window(desktop, program)
            button = window.go('push button', 'All Issues That May Report It', key='Tab', most=40)
            desktop.key('space')
            wait_for(lambda: window.focus().name.startswith('Already reported: #500, Open'), 'the first issue')
            items = controls.check_names(program, 'known issues')
            rows = [item for item in controls.find(items, 'list', 'Issues').descendants() if item.role == 'list item']
            assert [row.name.split(',')[0] for row in rows] == ['Already reported: #500', 'Perhaps reported: #506'], rows
            desktop.key('Down')
            wait_for(lambda: window.focus().name == rows[1].name, 'the second issue')
            desktop.key('Escape')
            wait_for(lambda: window.focus().name == button.name, 'the button to have the keyboard again')
            window.press(button.name)
            program.tree.press(window.find('list item', rows[1].name))
            address = browser.wait_for_address()
            assert address.endswith('/quill/quill/issues/506'), address
            wait_for(lambda: controls.find(window.items(), 'list', 'Issues') is None, 'the issues to go')


def in_front(desktop):
    return next(title for title in desktop.windows() if title.endswith('.log'))


@case
def recent_logs(desktop):
    with Program(desktop, small('first.log'), small('second.log'), environment=WITH_MENU) as program:
        program.wait_for_tabs('first.log', 'second.log')
        program.wait_until_loaded('copy-tail')
        window = Window(desktop, program)
        first, second = sorted(('first.log', 'second.log'), key=lambda title: title != in_front(desktop))
        window.go('push button', 'Recent Logs', key='Tab', most=40)
        desktop.key('space')
        window.find('menu item', second)
        items = controls.check_names(program, 'recent logs')
        controls.check_roles(items, 'recent logs', menu_item=(first, second))
        window.go('menu item', second, key='Down', most=4)
        desktop.key('Return')
        wait_for(lambda: in_front(desktop) == second, f'{second} by key')
        window.press('Recent Logs')
        program.tree.press(window.find('menu item', first))
        wait_for(lambda: in_front(desktop) == first, f'{first} by name')


@case
def triage_copied(desktop):
    with Service(Scenario(builds=100)) as service, \
         Program(desktop, environment=CONFIG | WITH_MENU | service.environment) as program:
        service.parts['github-api'].limits = {None: 5000}
        desktop.key('ctrl+d')
        program.wait_to_show('test_writes_pages')
        window = Window(desktop, program)
        window.go('push button', 'More to Copy', key='Tab', most=20)
        desktop.key('space')
        window.find('menu item', 'Copy as CSV')
        controls.check_names(program, 'menu of the triage')
        window.go('menu item', 'Copy as CSV', key='Down', most=3)
        desktop.key('Return')
        program.wait_for_toast('Copied the triage as CSV')
        controls.check_names(program, 'a toast')
        assert b'test_writes_pages' in desktop.read_clipboard(), desktop.read_clipboard()
        wait_for(lambda: window.focus().name == 'More to Copy', 'the button to have the keyboard again')
        desktop.take_clipboard(b'other')
        # By key: a Wayland compositor lets only a program that was just used take the clipboard.
        desktop.key('space')
        program.tree.press(window.find('menu item', 'Copy as CSV'))
        wait_for(lambda: b'test_writes_pages' in desktop.read_clipboard(), 'the triage by name')


def chosen_jobs(items):
    return [item.name for item in items if item.role == 'list item' and item.has('checked')]


def check_jobs(program, window):
    """How the dialog shows them."""
    items = controls.check_names(program, 'jobs')
    controls.check_roles(items, 'jobs', list=('Jobs',), push_button=('Cancel', 'Select All', 'Show All 12 Jobs', 'Open 4 Logs'))
    assert window.focus().name == 'Binding Tests, Failed', window.focus().name
    assert chosen_jobs(items) == [f'{name}, Failed' for name in (
        'Binding Tests', 'Page Layout (2 GPUs)', 'Nightly Kernels', 'Client Examples')], chosen_jobs(items)


@case
def jobs(desktop):
    with Service(Scenario(noise=60)) as service, \
         Program(desktop, service.scenario.build(7701).url, environment=service.environment) as program:
        window = Window(desktop, program)
        window.find('push button', 'Open 4 Logs')
        check_jobs(program, window)
        # So few are not filtered, and nothing is typed into what is not to be seen.
        desktop.type('x')
        # By key: each part of the dialog is come to, and Tab comes round to the first job.
        for role, name in (('push button', 'Show All 12 Jobs'), ('push button', 'Open 4 Logs'), ('push button', 'Cancel'),
                           ('push button', 'Select All'), ('list item', 'Binding Tests, Failed')):
            window.go(role, name, key='Tab')
        desktop.key('space')
        window.find('push button', 'Open 3 Logs')
        wait_for(lambda: 'Binding Tests, Failed' not in chosen_jobs(window.items()), 'the job not to be checked')
        # By name.
        program.tree.press(window.find('list item', 'Nightly Kernels, Failed'))
        window.find('push button', 'Open 2 Logs')
        window.press('Select All')
        window.find('push button', 'Open 5 Logs')
        window.press('Select None')
        wait_for(lambda: not chosen_jobs(window.items()), 'no job to be checked')
        assert not window.find('push button', 'Open 0 Logs').has('sensitive')
        window.press('Show All 12 Jobs')
        wait_for(lambda: controls.find(window.items(), 'push button', 'Show All 12 Jobs') is None, 'all jobs')
        program.tree.press(window.find('list item', 'Client Examples, Failed'))
        window.press('Open 1 Log')
        program.wait_for_tabs('Client Examples')


write_profile(FOLDER / 'config', 'vllm', 'quill')
run_cases()
