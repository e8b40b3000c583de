# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the programs say of themselves."""

import functools
import os
import re
import subprocess

PATHS = {'culprit': os.environ['CULPRIT'], 'culprit-cli': os.environ['CULPRIT_CLI']}
TIMEOUT = 60

# What GLib adds to each program, which is in its help and is offered by no shell.
ALL_PROGRAMS = {'--help-all', '--help-gapplication', '--gapplication-service'}


@functools.cache
def help_of(program, *arguments):
    return subprocess.run([PATHS[program], *arguments], capture_output=True, text=True, timeout=TIMEOUT,
                          check=True).stdout


def commands():
    """Those of culprit-cli."""
    listed = help_of('culprit-cli', '--help').partition('Commands:')[2]
    found = re.findall(r'^  ([a-z]+) ', listed, re.MULTILINE)
    assert len(found) >= 10, listed
    return found


def all_options(program, *command, argument='--help'):
    """“-o” and “--output”, as they are written."""
    text = help_of(program, *command, argument)
    lines = re.findall(r'^  (?:(-\w), )?(--[a-z-]+)', text, re.MULTILINE)
    assert lines, text
    return [name for line in lines for name in line if name]


def options(program, *command):
    return [name for name in all_options(program, *command) if name not in ALL_PROGRAMS]
