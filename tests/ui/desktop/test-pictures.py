# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pictures of the window's states, to be looked at; README.md shows one of them."""

import sys
import time

from program import Program
from samples import SAMPLE
from session import SCREENSHOTS, start
from tap import case, main

# Smaller than any picture with something in it.
LEAST_BYTES = 8000


def take(desktop, name):
    desktop.move(1279, 799)
    # Past the toasts and the movement of what was just opened.
    time.sleep(2)
    desktop.screenshot(name)
    picture = SCREENSHOTS / f'{name}-{desktop.name}.png'
    assert picture.stat().st_size > LEAST_BYTES, picture


@case
def empty(desktop):
    with Program(desktop) as program:
        program.wait_to_show('Drop a Failed Log')
        take(desktop, 'empty')


@case
def loaded(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        take(desktop, 'loaded')


@case
def loaded_dark(desktop):
    with Program(desktop, SAMPLE,
                 environment={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}) as program:
        program.wait_until_loaded()
        take(desktop, 'loaded-dark')


@case
def issue(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+i')
        program.wait_to_show('Preview')
        take(desktop, 'issue')


@case
def narrow(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.resize(360, 640)
        take(desktop, 'narrow')


with start() as session:
    STATUS = main(session)
sys.exit(STATUS)
