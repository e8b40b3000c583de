# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Bad input gives one clear line, and everything else goes on."""

import os
import subprocess

from program import Program
from samples import SAMPLE, large, small
from session import FOLDER, run_cases
from tap import case, same


def says(desktop, argument, words):
    """The notice is there, and the program still opens a log."""
    with Program(desktop, argument) as program:
        program.wait_to_show(words)
        desktop.call(FOLDER / 'culprit', small('good.log'))
        program.wait_until_loaded()


@case
def no_such_file(desktop):
    says(desktop, FOLDER / 'absent.log', 'No such file: absent.log')


@case
def folder(desktop):
    says(desktop, FOLDER / 'logs', 'logs is a folder')


@case
def unreadable(desktop):
    log = small('secret.log')
    log.chmod(0)
    says(desktop, log, 'secret.log cannot be read')
    tool = subprocess.run([FOLDER / 'culprit-cli', 'clean', log], check=False, capture_output=True)
    same((tool.returncode, tool.stdout, tool.stderr.count(b'\n')), (1, b'', 1))
    log.unlink()


@case
def empty(desktop):
    log = FOLDER / 'empty.log'
    log.write_bytes(b'')
    says(desktop, log, 'empty.log is empty')


@case
def binary(desktop):
    says(desktop, FOLDER / 'culprit', 'culprit is not text')


@case
def binary_shown_anyway(desktop):
    log = FOLDER / 'binary.log'
    log.write_bytes(b'\0\1\2some words\n' * 2000)
    with Program(desktop, log) as program:
        program.wait_to_show('binary.log is not text')
        program.press_button('Show Anyway')
        program.wait_until_loaded('copy-tail')


@case
def broken_profile(desktop):
    folder = FOLDER / 'config' / 'culprit' / 'profiles'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'broken.json').write_text('{\n"title": [\n')
    with Program(desktop, SAMPLE, environment={'XDG_CONFIG_HOME': str(FOLDER / 'config')}) as program:
        program.wait_to_show('broken.json:3: ')
        program.wait_until_loaded()


@case
def file_that_vanishes_while_it_is_read(desktop):
    log = large('vanishing.log', 64)
    with Program(desktop, log) as program:
        os.unlink(log)
        program.wait_until_loaded('copy-tail', 200)
        desktop.call(FOLDER / 'culprit', small('good.log'))
        program.wait_until_loaded()


@case
def file_that_is_cut_while_it_is_open(desktop):
    log = large('cut.log', 8)
    with Program(desktop, log) as program:
        program.wait_until_loaded('copy-tail', 200)
        expected = log.read_bytes()[-48:]
        os.truncate(log, 0)
        desktop.key('ctrl+shift+l')
        program.wait_for_toast('Copied last ')
        assert desktop.read_clipboard().endswith(expected[-40:])


run_cases()
