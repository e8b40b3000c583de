# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The daily triage: what fails on main, filtered, copied, and drafted as an issue."""

import os

from program import Program
from samples import write_profile
from scenario import Scenario
from service import Service
from session import FOLDER, run_cases, wait_for
from tap import case

DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}


def press(program, name):
    def find():
        return next((item for item in program.tree.items() if item.name == name and item.has('focusable')), None)

    program.tree.press(wait_for(find, name))


@case
def looks_filters_and_copies(desktop):
    with Program(desktop) as program:
        desktop.key('ctrl+d')
        program.wait_to_show('Daily Triage')
        program.wait_to_show('test_writes_pages')
        program.wait_to_show('always failing hidden')
        desktop.keep_screenshot('triage')
        desktop.type('layout')
        wait_for(lambda: 'test_writes_pages' not in program.showing(), 'the filter')
        program.wait_to_show('test_page_table_is_shared[fp8-4]')
        program.press_button('Copy as Markdown')
        program.wait_for_toast('Copied the triage as Markdown')
        assert b'test_writes_pages' in desktop.read_clipboard(), desktop.read_clipboard()


@case
def drafts_an_issue(desktop):
    with Program(desktop, environment=DARK) as program:
        desktop.key('ctrl+d')
        program.wait_to_show('test_writes_pages')
        desktop.keep_screenshot('triage-dark')
        program.press_button('Draft Issue')
        program.wait_until_loaded()
        program.wait_to_show('store/test_store.py::test_writes_pages')
        assert len(program.tabs()) == 2, program.tabs()


@case
def fits_a_narrow_window(desktop):
    with Program(desktop) as program:
        desktop.resize(360, 640)
        desktop.key('ctrl+d')
        program.wait_to_show('test_writes_pages')
        desktop.keep_screenshot('triage-narrow')


@case
def narrowed_while_it_filters(desktop):
    """There is no room for the button then, which somebody would have to press again."""
    with Program(desktop) as program:
        desktop.key('ctrl+d')
        program.wait_to_show('test_writes_pages')
        press(program, 'Hide Always Failing')
        program.wait_to_show('test_closes_handle')
        press(program, 'Not Reported')
        wait_for(lambda: 'test_closes_handle' not in program.showing(), 'the filter')
        desktop.resize(360, 640)
        program.wait_to_show('test_closes_handle')


@case
def says_why_it_cannot_look(desktop):
    nowhere = {'CULPRIT_GITHUB_API_URL': 'http://127.0.0.1:1', 'CULPRIT_BUILDKITE_API_URL': 'http://127.0.0.1:1'}
    with Program(desktop, environment=nowhere) as program:
        desktop.key('ctrl+d')
        program.wait_to_show('It Cannot Be Looked Up')
        desktop.keep_screenshot('triage-offline')


with Service(Scenario(builds=100)) as service:
    service.parts['github-api'].limits = {None: 5000}
    os.environ.update(service.environment)
    write_profile(FOLDER / 'config', 'vllm')
    os.environ['XDG_CONFIG_HOME'] = str(FOLDER / 'config')
    run_cases()
