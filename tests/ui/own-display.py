# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs a test of widgets on an X display that nobody sees and no other program has windows on: its pointer, keyboard and
clipboard are the test's alone. Where there is no Xvfb, it is the caller's display.

usage: own-display.py TEST [ARGUMENT…]
"""

import contextlib
import os
import shutil
import subprocess
import sys

SCREEN = '1280x1024x24'


@contextlib.contextmanager
def display():
    """The environment that leads to it."""
    if shutil.which('Xvfb') is None:
        yield os.environ
        return
    command = ['Xvfb', '-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        number = server.stdout.readline().strip()
        others = {name: value for name, value in os.environ.items() if name != 'WAYLAND_DISPLAY'}
        try:
            assert number, 'Xvfb did not start'
            yield others | {'DISPLAY': f':{number}'}
        finally:
            server.terminate()


def main(*command):
    with display() as environment:
        status = subprocess.run(command, env=environment, check=False).returncode
    # As a shell tells of a signal.
    return status if status >= 0 else 128 - status


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
