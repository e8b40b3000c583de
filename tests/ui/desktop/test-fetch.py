# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Logs by address: pasted, dropped, as argument; which job, what goes wrong, and the preferences."""

import os
import time

import fetched_logs
from dragging import drag_source, drop
from program import Program, extents_of
from session import run_cases, wait_for
from tap import case, same

DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}


def wait_for_dialog(desktop, title):
    """Not by the accessibility bus, whose library breaks where much comes and goes while it looks."""
    wait_for(lambda: title in desktop.windows(), title)
    time.sleep(1.5)


def open_accounts(program, desktop):
    program.activate_application('accounts')
    wait_for_dialog(desktop, 'Preferences')


def middle_of(desktop, node, title):
    """Where an object of the dialog is on the screen."""
    x, y, width, height = desktop.windows()[title]
    dialog = node
    while dialog.get_parent().get_role_name() != 'application':
        dialog = dialog.get_parent()
    frame, inside = extents_of(dialog), extents_of(node)
    return (x + (width - frame.width) // 2 + inside.x + inside.width // 2,
            y + (height - frame.height) // 2 + inside.y + inside.height // 2)


@case
def pasted(desktop):
    with Program(desktop) as program:
        desktop.take_clipboard(ADDRESSES['JOB'].encode())
        desktop.key('ctrl+v')
        program.wait_until_loaded()
        program.wait_to_show('Binding Tests')
        program.wait_to_show('quill/ci #1150 · main')
        same(program.copy('copy-commit').decode(), ADDRESSES['COMMIT'])
        same(program.copy('copy-job').decode(), 'Binding Tests')


@case
def dropped(desktop):
    with Program(desktop) as program, drag_source(desktop, 'link', ADDRESSES['LINES']):
        x, y, width, height = desktop.windows()['Other Program']
        desktop.move(x + width // 2, y + height // 2)
        drop(desktop)
        program.wait_until_loaded()
        program.wait_to_show('quill/ci #1157')


@case
def several_jobs(desktop):
    with Program(desktop, ADDRESSES['SEVERAL']) as program:
        wait_for_dialog(desktop, 'Choose Jobs')
        desktop.keep_screenshot('jobs')
        # From the first job to the second and the third.
        for key in ('Down', 'space', 'Down', 'space'):
            desktop.key(key)
        program.press_button('Open 2 Logs')
        program.wait_for_tabs('Binding Tests', 'Client Examples')


@case
def no_failed_job(desktop):
    with Program(desktop, ADDRESSES['NONE'], environment=DARK) as program:
        program.wait_to_show('No job of quill/ci #1149 failed')
        desktop.keep_screenshot('no-failed-job')
        program.press_button('Show All Jobs')
        wait_for_dialog(desktop, 'Choose Jobs')
        desktop.keep_screenshot('jobs-dark')
        desktop.key('Escape')
        wait_for(lambda: 'Choose Jobs' not in desktop.windows(), 'the chooser to close')


@case
def jobs_in_a_narrow_window(desktop):
    with Program(desktop):
        desktop.resize(360, 640)
        time.sleep(1)
        desktop.take_clipboard(ADDRESSES['SEVERAL'].encode())
        desktop.key('ctrl+v')
        wait_for_dialog(desktop, 'Choose Jobs')
        desktop.keep_screenshot('jobs-narrow')


@case
def cut(desktop):
    with Program(desktop, ADDRESSES['CUT']) as program:
        program.wait_to_show('the connection broke')
        desktop.keep_screenshot('cut')
        program.press_button('Try Again')
        wait_for(lambda: 'the connection broke' not in program.showing(), 'the notice to go')
        program.wait_until_loaded()


@case
def closed_while_it_loads(desktop):
    with Program(desktop, ADDRESSES['SILENT']) as program:
        program.wait_to_show('Fetching…')
        desktop.keep_screenshot('fetching')
        desktop.key('ctrl+w')
        program.wait_to_show('Drop a Failed Log')


@case
def slow(desktop):
    with Program(desktop, ADDRESSES['SLOW']) as program:
        program.wait_to_show('Fetching Binding Tests')
        desktop.keep_screenshot('fetching-slow')
        desktop.key('Escape')
        program.wait_to_show('loading was stopped')


@case
def token_wanted(desktop):
    with Program(desktop, ADDRESSES['TOKEN']) as program:
        program.wait_to_show('Buildkite wants a token for this log')
        desktop.keep_screenshot('token')
        program.press_button('Preferences')
        wait_for_dialog(desktop, 'Preferences')
        program.wait_to_show('New token')
        program.wait_to_show('None: what is public can be read without one')
        desktop.keep_screenshot('preferences')


@case
def token_typed(desktop):
    """A warning would end the program."""
    with Program(desktop) as program:
        open_accounts(program, desktop)
        program.wait_to_show('None: what is public can be read without one')
        desktop.click(*middle_of(desktop, program.find('text', 'New token'), 'Preferences'))
        desktop.type('nobodys-token')
        desktop.key('Return')
        program.wait_to_show('does not accept')
        desktop.type('x')
        desktop.key('Return')
        time.sleep(2)
        assert program.alive()


@case
def preferences_dark(desktop):
    with Program(desktop, environment=DARK) as program:
        open_accounts(program, desktop)
        program.wait_to_show('New token')
        desktop.keep_screenshot('preferences-dark')
        desktop.key('alt+s')
        program.wait_to_show('Look Up Known Issues Automatically')
        desktop.keep_screenshot('services-dark')


@case
def preferences_narrow(desktop):
    with Program(desktop) as program:
        desktop.resize(360, 640)
        time.sleep(1)
        open_accounts(program, desktop)
        program.wait_to_show('New token')
        desktop.keep_screenshot('preferences-narrow')


with fetched_logs.make_service() as service:
    ADDRESSES = fetched_logs.set_up(service)
    os.environ.update(service.environment)
    run_cases()
