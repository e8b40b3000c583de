# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Drags from a window of another program, see drag-source.py."""

import contextlib

from session import FOLDER

HERE = FOLDER / 'tests' / 'desktop'


@contextlib.contextmanager
def drag_source(desktop, *content):
    source = desktop.spawn('/usr/bin/python3', HERE / 'drag-source.py', *content)
    try:
        desktop.place_drag_source()
        yield
    finally:
        desktop.stop(source)


def drop(desktop):
    x, y, width, height = desktop.windows()['Drag Source']
    desktop.drag((x + width // 2, y + height // 2), (400, 300))
