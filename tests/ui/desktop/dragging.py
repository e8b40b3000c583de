# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Drags from a window of another program, see drag-source.py, and to one, see drop-receiver.py."""

import contextlib

from session import FOLDER

HERE = FOLDER / 'tests' / 'desktop'


@contextlib.contextmanager
def drag_source(desktop, *content):
    source = desktop.spawn('/usr/bin/python3', HERE / 'drag-source.py', *content)
    try:
        desktop.place_other_program()
        yield
    finally:
        desktop.stop(source)


@contextlib.contextmanager
def drop_receiver(desktop):
    """Gives the file that gets what is dropped. Other windows have to be out of its way: where they are pressed they are
    raised."""
    received = FOLDER / 'received'
    received.unlink(missing_ok=True)
    receiver = desktop.spawn('/usr/bin/python3', HERE / 'drop-receiver.py', received)
    try:
        desktop.place_other_program()
        yield received
    finally:
        desktop.stop(receiver)


def drag_out(desktop, start):
    x, y, width, height = desktop.windows()['Other Program']
    desktop.drag(start, (x + width // 2, y + height // 2))


def drop(desktop):
    x, y, width, height = desktop.windows()['Other Program']
    desktop.drag((x + width // 2, y + height // 2), (400, 300))
