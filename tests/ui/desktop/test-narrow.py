# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window 360 wide, where its panes are pages: each is come to and left by keys, the keyboard goes with it and does
not get behind it, and on each of them everything has a name and shows that it has the keyboard."""


from gi.repository import GLib

import controls
from browser import Browser
from program import Program
from reach import WITH_MENU, Window
from samples import SAMPLE, small, write_profile
from scenario import Scenario
from service import Service
from session import FOLDER, run_cases, wait_for
from sight import Sight
from tap import case

SIZE = (360, 640)
MOST_TABS = 40
# Of buttons that have more than others have; the ring of one that is suggested is outside of it.
PADDINGS = {'Send': (20, 8), 'Open 4 Logs': (36, 14), 'Cancel': (14, 11), 'Discard': (14, 11)}
CONFIG = {'XDG_CONFIG_HOME': str(FOLDER / 'config')}


def go_round(window, state):
    """Tab, until it comes to where it was before; the names that it came to."""
    controls.check_names(window.program, state)
    sight, item, found = Sight(window, PADDINGS), window.focus(), {}
    while item.ref not in found and len(found) < MOST_TABS:
        found[item.ref] = item.name
        item = sight.step('Tab', item)
    assert len(found) < MOST_TABS, f'{state}: {found.values()}'
    return list(found.values())


def check_came_to(names, *expected):
    for name in expected:
        assert name in names, f'{name} is not in {names}'


def narrow_window(desktop, program):
    """Once it is: dialogs take its width when they open."""
    desktop.resize(*SIZE)
    window = Window(desktop, program)
    wait_for(lambda: any(program.tree.extents(item)[2] <= SIZE[0] for item in window.items() if item.role in controls.WINDOWS),
             'the window to be narrow')
    return window


@case
def pages(desktop):
    with Program(desktop, SAMPLE, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        window = narrow_window(desktop, program)
        wait_for(lambda: window.focus().name == 'Log', 'the log to have the keyboard')
        names = go_round(window, 'log')
        check_came_to(names, 'Overview', 'Copy Issue', 'Failures and Sections', 'Main Menu', 'Previous Failure', 'Next Failure',
                      'Copy Last 246 Lines')
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
        for key in ('ctrl+Home', 'Down', 't'):
            desktop.key(key)
        window.find('push button', 'Copy Last 245 Lines')


@case
def triage(desktop):
    with Service(Scenario(builds=100)) as service, \
         Program(desktop, environment=CONFIG | WITH_MENU | service.environment) as program:
        service.parts['github-api'].limits = {None: 5000}
        desktop.resize(*SIZE)
        desktop.key('ctrl+d')
        program.wait_to_show('test_writes_pages')
        window = Window(desktop, program)
        notice = wait_for(lambda: next((item.name for item in window.items() if item.role == 'label'
                                        and 'older logs were not downloaded' in item.name), None), 'a notice')
        names = go_round(window, 'triage')
        check_came_to(names, 'Search Tests and Jobs', 'Days', 'Hide Always Failing', 'Look Again', 'Draft Issue', 'Copy',
                      'More to Copy', 'Main Menu', 'Close Notice', notice)


def find_window(window, name):
    return next((item for item in window.items() if item.role in controls.WINDOWS and item.name == name), None)


def check_dialog(window, open_it, words, *expected):
    """It fits, Tab goes round it, and Escape closes it."""
    desktop, (title,) = window.desktop, window.desktop.windows()
    open_it()
    window.program.wait_to_show(words)
    wait_for(lambda: len(desktop.windows()) == 2, words)
    dialog = next(each for each in desktop.windows() if each != title)
    wait_for(lambda: find_window(window, dialog), f'{dialog} to be told of')
    wait_for(lambda: window.program.tree.extents(find_window(window, dialog))[2] <= SIZE[0], f'{dialog} to fit')
    wait_for(lambda: any(each.name == dialog for each in controls.ancestors(window.focus())), f'{dialog} to have the keyboard')
    check_came_to(go_round(window, dialog), *expected)
    desktop.key('Escape')
    wait_for(lambda: list(desktop.windows()) == [title], f'{dialog} to close')


@case
def dialogs(desktop):
    with Program(desktop, environment=WITH_MENU) as program:
        window = narrow_window(desktop, program)
        check_dialog(window, lambda: desktop.key('ctrl+comma'), 'Appearance', 'Colours', 'Log Font', 'Profile',
                     'Lines in the Tail Range', 'Open What Was Open Last Time', 'General')
        check_dialog(window, lambda: program.activate_application('formats'), 'What They Are Packed With', 'Search', 'GitHub',
                     'zip, tar', 'Logs')
        check_dialog(window, lambda: program.activate_application('about'), 'Report an Issue', 'Details', 'Report an Issue', 'Credits',
                     'Legal')


def step_to(window, key, role, name=''):
    sight, item = Sight(window), window.focus()
    for _ in range(MOST_TABS):
        if item.role == role and item.name.startswith(name):
            return
        item = sight.step(key, item)
    raise AssertionError(f'no {role} {name} by {key}, but {item}')


def step_to_page(window, pages, page):
    """By Tab to the tab of one of them, which with GTK 4.8 is any, and by arrows to that of the page."""
    step_to(window, 'shift+Tab', 'page tab')
    first = window.focus().name
    step_to(window, 'Right' if pages.index(first) < pages.index(page) else 'Left', 'page tab', page)


@case
def pages_of_preferences(desktop):
    with Program(desktop, environment=WITH_MENU) as program:
        window = narrow_window(desktop, program)
        desktop.key('ctrl+comma')
        program.wait_to_show('Appearance')
        for page, names in (('Masks', ('Mask Personal Details', 'Open Folder')),
                            ('Accounts', ('Token', 'New token', 'Make a Token')),
                            ('Services', ('Look Up Known Issues Automatically',))):
            step_to_page(window, ('General', 'Masks', 'Accounts', 'Services'), page)
            desktop.key('space')
            wait_for(lambda: window.find('page tab', page).is_selected, page)
            check_came_to(go_round(window, page), page, *names)
        window.find('push button', 'Clear the Cache')
        desktop.key('Escape')
        wait_for(lambda: len(desktop.windows()) == 1, 'the preferences to close')


@case
def pages_of_formats(desktop):
    with Program(desktop, environment=WITH_MENU) as program:
        window = narrow_window(desktop, program)
        program.activate_application('formats')
        program.wait_to_show('What They Are Packed With')
        for page in ('CIs', 'Tools', 'Logs'):
            step_to_page(window, ('Logs', 'CIs', 'Tools'), page)
            desktop.key('space')
            wait_for(lambda: window.find('page tab', page).is_selected, page)
        desktop.key('Escape')
        wait_for(lambda: len(desktop.windows()) == 1, 'the formats to close')


@case
def shortcuts(desktop):
    """GTK's own window, which is wider than a phone."""
    with Program(desktop, environment=WITH_MENU) as program:
        window = narrow_window(desktop, program)
        desktop.key('F1')
        window.find('page tab', '1')
        names = go_round(window, 'shortcuts')
        check_came_to(names, '1', '2', '3')
        assert any(name.startswith('Search') for name in names), names
        desktop.key('Escape')
        wait_for(lambda: len(desktop.windows()) == 1, 'the shortcuts to close')


@case
def jobs(desktop):
    with Service(Scenario(noise=60)) as service, \
         Program(desktop, small('first.log'), environment=WITH_MENU | service.environment) as program:
        program.wait_until_loaded('copy-tail')
        window = narrow_window(desktop, program)
        check_dialog(window, lambda: program.activate('open-uri', GLib.Variant('s', service.scenario.build(7701).url)),
                     'Open 4 Logs', 'Cancel', 'Select All', 'Binding Tests, Failed', 'Show All 12 Jobs',
                     'Open 4 Logs')


@case
def issue_that_is_edited(desktop):
    with Program(desktop, small('first.log'), preferences={'restore-session': 'false'}, environment=WITH_MENU) as program:
        program.wait_until_loaded('copy-tail')
        window = narrow_window(desktop, program)
        desktop.key('ctrl+i')
        wait_for(lambda: window.focus().name == 'Title', 'the title to have the keyboard')
        desktop.type('mine')
        program.wait_to_show('Reset Title')
        check_dialog(window, lambda: program.activate_application('quit'), 'Discard the Edited Issue?', 'Cancel', 'Discard')
        program.activate_application('quit')
        program.press_button('Discard')
        wait_for(lambda: not program.alive(), 'the end')


@case
def history(desktop):
    with Service(Scenario(noise=60)) as service:
        job = service.scenario.job_named(1150, 'Binding Tests')
        with Program(desktop, f'{job.build.url}#{job.id}', preferences={'known-issues': 'true', 'profile': "'quill'"},
                     environment=CONFIG | WITH_MENU | service.environment) as program:
            program.wait_to_show('Mine or main’s?')
            window = narrow_window(desktop, program)
            desktop.key('ctrl+h')
            program.wait_to_show('Share pages between requests')
            names = go_round(window, 'history')
            check_came_to(names, 'Look Closer', 'Compare', 'Ask Again', 'Add to Issue', 'Copy Finding', 'Back to the Log')
            for start_of_name in ('Build 1150, failed, first bad', 'Last good #1147', 'First bad #1150', '#249, '):
                assert any(name.startswith(start_of_name) for name in names), f'{start_of_name} is not in {names}'
            for press in (lambda: desktop.key('Return'), lambda: program.tree.press(window.focus())):
                browser = Browser()
                step_to(window, 'Tab', 'list item', 'Build 1150, failed, first bad')
                press()
                address = browser.wait_for_address()
                assert address.endswith('/builds/1150'), address


@case
def text_to_send(desktop):
    with Service(Scenario(noise=60)) as service:
        job = service.scenario.job_named(1150, 'Binding Tests')
        with Program(desktop, f'{job.build.url}#{job.id}', preferences={'known-issues': 'true', 'profile': "'quill'"},
                     environment=CONFIG | WITH_MENU | service.environment_with_tokens) as program:
            program.wait_to_show('Already reported: #500')
            window = narrow_window(desktop, program)
            for action in ('comment', 'submit'):
                check_dialog(window, lambda: program.activate(action), 'alice', 'Cancel', 'Send')


write_profile(FOLDER / 'config', 'vllm', 'quill')
run_cases()
