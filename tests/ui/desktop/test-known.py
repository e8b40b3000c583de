# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which failures are reported already, and what is told to the tracker."""

import os
import pathlib
import time

import faults
from program import Program
from samples import write_profile
from scenario import Scenario
from service import Service
from session import run_cases, wait_for
from tap import case

DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
SERVICE = None
LOOKS = {'known-issues': 'true', 'profile': "'quill'"}


def address(number, name='Binding Tests'):
    job = SERVICE.scenario.job_named(number, name)
    return f'{job.build.url}#{job.id}'


def restart():
    """Another service, which has not limited anybody yet."""
    global SERVICE
    if SERVICE is not None:
        SERVICE.stop()
    SERVICE = Service(Scenario(noise=60)).start()


def run(desktop, number, environment=None, tokens=False, fault=None):
    """The window with the log of a build; FAULT is what is wrong with the tracker's issues."""
    write_profile(pathlib.Path(os.environ['HOME'], '.config'), 'quill')
    restart()
    # As if nothing had been fetched before; the bus is the session's.
    surroundings = {'XDG_CACHE_HOME': f'{os.environ["HOME"]}/cache-{time.monotonic_ns()}'}
    surroundings |= SERVICE.environment_with_tokens if tokens else SERVICE.environment
    surroundings['DBUS_SESSION_BUS_ADDRESS'] = os.environ['DBUS_SESSION_BUS_ADDRESS']
    if fault is not None:
        SERVICE.fail(fault, service='github-api', path='/issues')
    return Program(desktop, address(number), preferences=LOOKS,
                   environment=surroundings | (environment or {}))


def take(desktop, name):
    desktop.move(1279, 799)
    desktop.keep_screenshot(name)


@case
def reported(desktop):
    with run(desktop, 1150) as program:
        program.wait_until_loaded()
        program.wait_to_show('Already reported: #500')
        program.wait_to_show('Copy Comment')
        program.find('list item', '#500: Already reported; open')
        assert SERVICE.count('github-api') <= 4, SERVICE.found('github-api')
        take(desktop, 'known')
        desktop.key('ctrl+shift+m')
        program.wait_for_toast('Copied comment for #500')


@case
def reported_dark(desktop):
    with run(desktop, 1150, environment=DARK) as program:
        program.wait_to_show('Already reported: #500')
        take(desktop, 'known-dark')


@case
def reported_narrow(desktop):
    with run(desktop, 1150) as program:
        program.wait_to_show('Already reported: #500')
        desktop.resize(360, 640)
        take(desktop, 'known-narrow')


def fails(desktop, effect, words):
    with run(desktop, 1150, fault=effect) as program:
        program.wait_to_show(words)
        assert 'Already reported' not in program.showing()
        assert program.enabled('copy-issue')
        SERVICE.faults.clear()
        desktop.key('ctrl+r')
        program.wait_to_show('Already reported: #500')
        assert words not in program.showing()


@case
def limited(desktop):
    fails(desktop, faults.rate_limited(720), 'GitHub allows no more requests for now; try again in 12 minutes')


@case
def broken_answer(desktop):
    fails(desktop, faults.broken_json(), 'Known issues could not be looked up: ')


@case
def offline(desktop):
    nobody = {'CULPRIT_GITHUB_API_URL': 'http://127.0.0.1:9'}
    with run(desktop, 1150, environment=nobody) as program:
        program.wait_until_loaded()
        program.wait_to_show('Offline: known issues could not be looked up')
        take(desktop, 'known-offline')


@case
def history(desktop):
    with run(desktop, 1150) as program:
        program.wait_to_show('Already reported: #500')
        program.wait_to_show('Mine or main’s?')
        desktop.key('ctrl+h')
        program.wait_to_show('History on main')
        program.wait_to_show('Broken on main since #1150')
        program.find('list item', 'Build 1150, failed, first bad')
        program.wait_to_show('Share pages between requests')
        take(desktop, 'history')
        finding = program.copy('copy-finding').decode()
        assert '1150' in finding, finding
        program.press_button('Add to Issue')
        program.wait_to_show('Preview')
        wait_for(lambda: finding.strip() in program.copy('copy-issue').decode(), 'the finding in the issue')


@case
def history_dark(desktop):
    with run(desktop, 1150, environment=DARK) as program:
        program.wait_to_show('Mine or main’s?')
        program.press_button('Ask main')
        program.wait_to_show('Broken on main since #1150')
        desktop.key('ctrl+h')
        program.wait_to_show('History on main')
        take(desktop, 'history-dark')


@case
def history_narrow(desktop):
    with run(desktop, 1150) as program:
        program.wait_to_show('Mine or main’s?')
        desktop.resize(360, 640)
        desktop.key('ctrl+h')
        program.wait_to_show('History on main')
        take(desktop, 'history-narrow')


@case
def shrunk_while_a_pane_moves(desktop):
    """A warning would end the program."""
    with run(desktop, 1150) as program:
        program.wait_to_show('Mine or main’s?')
        for delay in (0, 0.05, 0.1):
            desktop.resize(1280, 800)
            time.sleep(0.8)
            desktop.key('ctrl+h')
            time.sleep(delay)
            desktop.resize(360, 640)
            time.sleep(0.8)
            desktop.key('ctrl+h')


def writes():
    return SERVICE.count('github-api', 'POST')


@case
def submitted(desktop):
    with run(desktop, 1150, tokens=True) as program:
        program.wait_until_loaded()
        n_issues = len(SERVICE.scenario.issues)
        program.activate('submit')
        program.wait_to_show('quill/quill, a new issue')
        program.wait_to_show('alice')
        take(desktop, 'submit')
        assert writes() == 0, SERVICE.found('github-api', 'POST')
        program.press_button('Send')
        wait_for(lambda: len(SERVICE.scenario.issues) == n_issues + 1, 'the issue')
        # Alice may not set labels.
        program.wait_to_show('is without these labels')
        take(desktop, 'submitted')
        program.activate('submit')
        program.wait_to_show('alice')
        program.press_button('Send')
        wait_for(lambda: 'a new issue' not in program.showing(), 'the dialog to close')
        assert len(SERVICE.scenario.issues) == n_issues + 1


@case
def commented(desktop):
    with run(desktop, 1150, tokens=True, environment=DARK) as program:
        program.wait_to_show('Already reported: #500')
        program.press_button('Comment…')
        program.wait_to_show('quill/quill#500, a comment')
        program.wait_to_show('alice')
        take(desktop, 'comment-dark')
        SERVICE.fail(faults.status(502), service='github-api', method='POST')
        program.press_button('Send')
        program.wait_to_show('has trouble')
        take(desktop, 'comment-failed')
        SERVICE.faults.clear()
        program.press_button('Send')
        wait_for(lambda: len(SERVICE.scenario.issue(500).comments) == 1, 'the comment')


@case
def reacted(desktop):
    with run(desktop, 1150, tokens=True) as program:
        program.wait_to_show('Already reported: #500')
        program.press_button('React with')
        program.wait_to_show('alice')
        take(desktop, 'react')
        program.press_button('Send')
        wait_for(lambda: len(SERVICE.scenario.issue(500).reactions) == 1, 'the reaction')


@case
def without_a_token(desktop):
    with run(desktop, 1150) as program:
        program.wait_until_loaded()
        desktop.resize(360, 640)
        time.sleep(1)
        program.activate('submit')
        program.wait_to_show('Open Form')
        take(desktop, 'submit-narrow')
        assert writes() == 0


run_cases()
