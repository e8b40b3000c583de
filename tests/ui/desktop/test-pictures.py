# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pictures of the window's states, to be looked at, and a page of them; README.md shows one.

With CULPRIT_PICTURES=all they are of every look, else of those in which most goes wrong.
"""

import itertools
import os
import pathlib
import sys

from album import Album, check_in_sight
from looks import EACH, LIGHT, NARROW_LIGHT, OTHERS, Language, write_desktop_settings, write_empty_catalogue
from program import Program
from samples import write_profile
from scenario import Scenario
from service import Service
from session import start
from states import OF_A_LOG, OF_A_TRACKER, OF_NO_LOG, Stage, open_sample, recent_logs, wait_for_known
from tap import Skip, case, main

ALL = os.environ.get('CULPRIT_PICTURES') == 'all'
ENGLISH = Language('en', '', '')
GERMAN = Language('de', 'german-', 'German, ')
# Hebrew is what GTK then speaks; Culprit has no words in it.
RIGHT_TO_LEFT = Language('he', 'right-to-left-', 'right to left, ')
# The states whose looks differ most.
TELLING = {'empty', 'loaded', 'issue', 'filter', 'preferences', 'known', 'history', 'post', 'triage'}
SAME_IN_ANY_LANGUAGE = {'folded', 'wrapped', 'find'}
# The first build of the scenario that fails on main.
BROKEN = 1075


def only_on_wayland(desktop):
    """Where a screen can be of any size."""
    if desktop.name != 'wayland':
        raise Skip('taken on Wayland')


def only_where_all_are_wanted(desktop):
    only_on_wayland(desktop)
    if not ALL:
        raise Skip('CULPRIT_PICTURES is not all')


def needs_same_setup(look):
    return look.size, look.scale, look.text


def take(stage, state, looks):
    """One state in those looks."""
    for _, group in itertools.groupby(looks, needs_same_setup):
        group = list(group)
        if state.only_wide and group[0].is_narrow or state.only_narrow and not group[0].is_narrow:
            continue
        stage.dress(group[0])
        with state.set_up(stage):
            for look in group:
                stage.program.prefer(look.preferences())
                ALBUM.take(state.name, state.caption, look, stage.language)
            sight = state.narrow_sight if stage.look.is_narrow and state.narrow_sight is not None else state.sight
            for role, message in sight:
                check_in_sight(stage.program, role, stage.language.say(message))


def with_a_log(desktop, language, plan):
    """PLAN: the looks of a state, or none."""
    with Program(desktop, preferences={'recent': recent_logs()}, environment=language.environment()) as program:
        stage = Stage(desktop, program, language, LIGHT)
        for state in OF_NO_LOG:
            take(stage, state, plan(state))
        open_sample(stage)
        for state in OF_A_LOG:
            take(stage, state, plan(state))


def with_a_tracker(desktop, language, plan):
    """The window with the log of a job whose failure is reported already."""
    with Service(Scenario(noise=60, builds=100)) as service:
        service.parts['github-api'].limits = {None: 5000}
        job = service.scenario.job_named(BROKEN, 'Binding Tests')
        surroundings = service.environment_with_tokens | language.environment()
        surroundings['DBUS_SESSION_BUS_ADDRESS'] = os.environ['DBUS_SESSION_BUS_ADDRESS']
        with Program(desktop, f'{job.build.url}#{job.id}', environment=surroundings,
                     preferences={'known-issues': 'true', 'profile': "'quill'"}) as program:
            stage = Stage(desktop, program, language, LIGHT)
            wait_for_known(stage)
            for state in OF_A_TRACKER:
                take(stage, state, plan(state))


def each_look(state):
    """What is cut off is so first where there is little room."""
    if ALL:
        return EACH + (OTHERS if state.name in TELLING else ())
    return (LIGHT, NARROW_LIGHT) if state.name in TELLING else (NARROW_LIGHT,)


def two_looks(state):
    return () if state.name in SAME_IN_ANY_LANGUAGE else (LIGHT, NARROW_LIGHT)


def looks_of_a_few(state):
    return (LIGHT, NARROW_LIGHT) if state.name in ('empty', 'loaded', 'issue') else ()


@case
def log(desktop):
    with_a_log(desktop, ENGLISH, each_look if desktop.name == 'wayland' else looks_of_a_few)


@case
def tracker(desktop):
    only_on_wayland(desktop)
    with_a_tracker(desktop, ENGLISH, each_look)


@case
def log_in_german(desktop):
    only_where_all_are_wanted(desktop)
    with_a_log(desktop, GERMAN, two_looks)


@case
def tracker_in_german(desktop):
    only_where_all_are_wanted(desktop)
    with_a_tracker(desktop, GERMAN, two_looks)


@case
def log_from_right_to_left(desktop):
    only_where_all_are_wanted(desktop)
    with_a_log(desktop, RIGHT_TO_LEFT, two_looks)


@case
def tracker_from_right_to_left(desktop):
    only_where_all_are_wanted(desktop)
    with_a_tracker(desktop, RIGHT_TO_LEFT, two_looks)


with start() as session:
    write_desktop_settings()
    write_profile(pathlib.Path(os.environ['HOME'], '.config'), 'quill')
    write_empty_catalogue(RIGHT_TO_LEFT.code)
    ALBUM = Album(session)
    try:
        STATUS = main(session)
    finally:
        ALBUM.write_page('index.html' if session.name == 'wayland' else 'index-x11.html')
sys.exit(STATUS)
