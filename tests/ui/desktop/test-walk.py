# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window as who does not see it has it: each control called by its name, with its role and state, in each state of
the window."""

import contextlib

import controls
from program import Program
from reach import WITH_MENU
from samples import SAMPLE, TOKEN, write_profile
from scenario import Scenario
from service import Service
from session import FOLDER, run_cases, wait_for
from tap import case

CONFIG = {'XDG_CONFIG_HOME': str(FOLDER / 'config')}


def walk(program, state, *words, **expected):
    """Once all of WORDS are shown."""
    items = wait_for(lambda: shown(program, words), f'{state}: {words}')
    items = controls.check_names(program, state)
    controls.check_roles(items, state, **expected)
    return items


def shown(program, words):
    items = list(program.tree.items())
    return items if all(any(word in item.name for item in items) for word in words) else None


def check_toggles(program, items):
    for name, action in (('Failures and Sections', 'show-failures'), ('Issue', 'show-issue'), ('History', 'show-history')):
        button = controls.find(items, 'toggle button', name)
        assert button.has('pressed') == program.state(action), name


def check_usable(program, items, **actions):
    """Those that can be used are: ACTIONS are by the names of the items, with _ for blanks."""
    for name, action in actions.items():
        item = controls.find(items, 'menu item', name.replace('_', ' '))
        assert item.has('sensitive') == program.enabled(action), name


def check_checked(program, items):
    """Those that are on are."""
    for name, action in (('Wrap Long Lines', 'wrap'), ('Colours of the Log', 'log-colours'), ('History', 'show-history'),
                         ('Full Screen', 'fullscreen')):
        item = controls.find(items, 'check menu item', name)
        assert item.has('checked') == program.state(action), name


def tells_that_it_is_open(button):
    """GTK 4.18 says so of the button that is inside of the one of a menu."""
    return button.has('expanded') or button.role == 'toggle button' and button.has('pressed')


@contextlib.contextmanager
def menu(desktop, program, *path):
    """The main menu; where GTK tells of the one in sight alone, as 4.18 does, the one in it that PATH leads to."""
    desktop.key('F10')
    items = wait_for(lambda: shown(program, ['New Window']), 'the main menu')
    for name in path if controls.find(items, 'check menu item', 'Full Screen') is None else ():
        program.tree.press(wait_for(lambda: controls.find(program.tree.items(), 'menu item', name), name))
    yield
    desktop.key('Escape')

    def closed():
        items = list(program.tree.items())
        return items and not any(item.role == 'menu item' for item in items)
    wait_for(closed, 'the menu to close')


def look_at_menus(desktop, program):
    with menu(desktop, program):
        items = walk(program, 'main menu', 'About Culprit',
                     menu_item=('New Window', 'Copy', 'Go', 'View', 'Preferences'))
        check_usable(program, items, Reopen_Closed_Tab='reopen-tab', **{'Find…': 'find'})
        assert any(item.name == 'Main Menu' and tells_that_it_is_open(item) for item in items), 'the menu is not expanded'
    with menu(desktop, program, 'Copy'):
        items = walk(program, 'menu of what is copied', 'Selection', menu_item=('Selection',))
        check_usable(program, items, Selection='copy-selection')
    with menu(desktop, program, 'Go'):
        items = walk(program, 'menu of where to go', 'Next Part of the Window', menu_item=('Next Part of the Window',))
        check_usable(program, items, **{'Comment on Known Issue…': 'comment', 'Submit Issue…': 'submit'})
    with menu(desktop, program, 'View'):
        items = walk(program, 'menu of the view', 'Full Screen', check_menu_item=('Failures and Sections', 'Full Screen'))
        check_checked(program, items)
    with menu(desktop, program, 'View', 'Line Times'):
        items = walk(program, 'menu of the times', 'Since the Start', radio_menu_item=('None', 'Since the Start'))
        chosen = [item.name for item in items if item.role == 'radio menu item' and item.has('checked')]
        assert chosen == ['None'], chosen


@case
def empty_window(desktop):
    with Program(desktop) as program:
        items = walk(program, 'empty', 'Drop a Failed Log', push_button=('Open…', 'Paste', 'Daily Triage', 'Main Menu'))
        assert controls.focused(items).name == 'Open…', controls.focused(items).name


@case
def log_and_issue(desktop):
    log = FOLDER / 'secret.log'
    log.write_bytes(SAMPLE.read_bytes().replace(b'Connection refused', b'Connection refused to ' + TOKEN.encode()))
    with Program(desktop, log, environment=WITH_MENU) as program:
        program.wait_until_loaded()
        items = walk(program, 'loaded', 'Serving Test',
                     push_button=('Open', 'Recent Logs', 'Paste a Log or an Address', 'Find', 'Copy Failure', 'Copy Issue',
                                  'More to Copy', 'Main Menu'),
                     toggle_button=('Failures and Sections', 'Issue', 'History'),
                     list=('Failures', 'Sections'), text=('Log',), slider=('Start of the tail',), scroll_bar=('Overview',),
                     spin_button=('Lines in the tail range',), link=('Cause, line 147',))
        check_toggles(program, items)
        assert [item.name[-6:] for item in items if item.role == 'list item' and item.is_selected] == ['1 of 3']
        assert controls.focused(items).name.endswith('1 of 3'), controls.focused(items).name
        assert 'failure' in controls.find(items, 'text', 'Log').description
        assert controls.find(items, 'slider', 'Start of the tail').description.endswith(' lines')
        assert ', 3 failures' in controls.find(items, 'scroll bar', 'Overview').description

        desktop.key('ctrl+i')
        items = walk(program, 'issue', 'Preview', ' masked',
                     text=('Title', 'Code'), push_button=('Copy Title', 'Copy Job', 'Copy Commit', 'Open Form', 'Submit…'))
        check_toggles(program, items)
        checks = [item for item in items if item.role == 'check box']
        assert checks and all(check.has('sensitive') and not check.has('checked') for check in checks), checks
        controls.press(program, items, ' masked')
        walk(program, 'secrets', 'Line ')
        desktop.key('Escape')

        desktop.key('ctrl+f')
        desktop.type('test')
        desktop.key('alt+l')
        items = walk(program, 'find', ' of ', 'Context', entry=('Find in the Log',), spin_button=('Context',),
                     push_button=('Previous Match', 'Next Match', 'Close Find'),
                     toggle_button=('Regular Expression', 'Match Case', 'Only Matching Lines'))
        assert controls.find(items, 'toggle button', 'Only Matching Lines').has('pressed')
        assert not controls.find(items, 'toggle button', 'Match Case').has('pressed')
        desktop.key('alt+l')
        desktop.key('Escape')

        desktop.key('ctrl+l')
        walk(program, 'go to line', 'Go to Line', text=('Go to Line',), push_button=('Go', 'Close Go to Line'))
        desktop.key('Escape')
        look_at_menus(desktop, program)


def found_formats(program):
    found = controls.find(program.tree.items(), 'list', 'Search Results')
    return sorted(item.name for item in found.descendants() if item.role == 'list item')


def look_at_page(program, items, title, group):
    """Of preferences, with the name of a list in it: GTK 4.18 tells of the one in sight alone."""
    program.tree.press(controls.find(items, 'page tab', title))
    wait_for(lambda: controls.find(program.tree.items(), 'list', group), f'the list {group}')
    controls.check_names(program, title)


@case
def dialogs(desktop):
    with Program(desktop) as program:
        desktop.key('ctrl+comma')
        items = walk(program, 'preferences', 'Appearance', combo_box=('Colours', 'Profile'),
                     spin_button=('Lines in the Tail Range',), page_tab=('General', 'Masks', 'Accounts', 'Services'),
                     list=('Appearance', 'Colours'))
        page = controls.find(items, 'page tab', 'General')
        assert page.is_selected and not controls.find(items, 'page tab', 'Accounts').is_selected
        look_at_page(program, items, 'Masks', 'Masks')
        look_at_page(program, items, 'Accounts', 'GitHub')
        desktop.key('Escape')
        wait_for(lambda: 'Appearance' not in program.showing(), 'the preferences to close')
        program.activate_application('formats')
        items = walk(program, 'formats', 'What They Are Packed With', page_tab=('Logs', 'Tools', 'CIs'),
                     list=('Where Logs Come From',))
        look_at_page(program, items, 'Tools', 'Tools')
        look_at_page(program, items, 'CIs', 'CIs')
        desktop.key('ctrl+f')
        desktop.type('zip')
        walk(program, 'search in the formats', 'Search Results')
        wait_for(lambda: found_formats(program) == ['gzip, xz, zstd, bzip2', 'zip, tar'], 'the formats with zip')
        desktop.key('Escape')
        desktop.key('Escape')
        wait_for(lambda: 'What They Are Packed With' not in program.showing(), 'the formats to close')
        desktop.key('F1')
        walk(program, 'keys', 'Keyboard Shortcuts')
        desktop.key('Escape')


@case
def history_and_post(desktop):
    with Service(Scenario(noise=60)) as service:
        job = service.scenario.job_named(1150, 'Binding Tests')
        history_and_post_of(desktop, service, f'{job.build.url}#{job.id}')


def history_and_post_of(desktop, service, address):
    with Program(desktop, address, preferences={'known-issues': 'true', 'profile': "'quill'"},
                 environment=CONFIG | service.environment_with_tokens) as program:
        walk(program, 'known', 'Already reported: #500', 'Mine or main’s?',
             push_button=('Comment…', 'React with 👍', 'Open in Browser', 'Ask main', 'Copy Comment'))
        desktop.key('ctrl+h')
        items = walk(program, 'history', 'Broken on main since #1150', list=('Builds', 'Suspects'),
                     push_button=('Ask Again', 'Add to Issue', 'Copy Finding'))
        check_toggles(program, items)
        assert any('Build 1150, failed, first bad' in item.name for item in items if item.role == 'list item')
        controls.press(program, items, 'Comment…')
        walk(program, 'comment', 'a comment', 'alice', push_button=('Cancel', 'Send'))
        desktop.key('Escape')


@case
def triage(desktop):
    with Service(Scenario(builds=100)) as service, Program(desktop, environment=CONFIG | service.environment) as program:
        service.parts['github-api'].limits = {None: 5000}
        desktop.key('ctrl+d')
        items = walk(program, 'triage', 'test_writes_pages', entry=('Search Tests and Jobs',), combo_box=('Days',),
                     push_button=('Look Again', 'Copy as Markdown', 'Export CSV…', 'More to Copy'),
                     toggle_button=('Not Reported',), check_box=('Hide Always Failing',), tree_table=('Tests that fail',))
        assert controls.find(items, 'check box', 'Hide Always Failing').has('checked')
        assert any(item.role == 'table row' and 'test_writes_pages' in item.name for item in items)


write_profile(FOLDER / 'config', 'vllm', 'quill')
run_cases()
