# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether it is to be seen what has the keyboard: all of it stands in the window, and it looks other than without it."""

import controls
from session import wait_for

# What cuts off what is in it.
FRAMES = ('frame', 'dialog', 'window', 'scroll pane')
# A place is told without the padding, on whose edge the ring is; that of a text is its card's. The row above or below
# a row, which may be the one that had it, is left out.
PADDING, OTHER_PADDING = (6, 6), {'text': (14, 14), 'list item': (14, 0)}


def crop(picture, x, y, width, height):
    """The pixels of a part of a PPM, which may reach over its edges."""
    _, size, _, pixels = picture.split(b'\n', 3)
    columns, rows = map(int, size.split())
    left, right, size = max(x, 0), min(x + width, columns), len(pixels) // (columns * rows)
    return [pixels[size * (row * columns + left):size * (row * columns + right)]
            for row in range(max(y, 0), min(y + height, rows))]


def grow(role, x, y, width, height):
    beside, above = OTHER_PADDING.get(role, PADDING)
    return x - beside, y - above, width + 2 * beside, height + 2 * above


class Sight:
    def __init__(self, window):
        """WINDOW is a reach.Window, the only one on the screen."""
        self.window = window
        self.tree = window.program.tree

    def is_in_sight(self, item):
        """All of it, or as much as there is room for."""
        x, y, width, height = self.tree.extents(item)
        left, top, right, bottom = x, y, x + width, y + height
        for frame in controls.ancestors(item):
            # The edge of the tail is grasped above the log, too, where it is at its first line.
            if frame.role in FRAMES and (item.role, frame.role) != ('slider', 'scroll pane'):
                x, y, room, depth = self.tree.extents(frame)
                left, top, right, bottom = max(left, x), max(top, y), min(right, x + room), min(bottom, y + depth)
                width, height = min(width, room), min(height, depth)
        return width > 0 and height > 0 and right - left >= width and bottom - top >= height

    def step(self, key):
        """Presses the key, and gives what has the keyboard then."""
        desktop, was = self.window.desktop, self.window.focus()
        before = desktop.grab()
        desktop.key(key)
        # At once: GTK takes the ring away after three seconds.
        after = []
        item = wait_for(lambda: after.append(desktop.grab()) or self._other_than(was),
                        f'{key} to lead on from {was.role} {was.name}')
        wait_for(lambda: self.is_in_sight(item), f'{item.role} {item.name} to be in sight', 5)
        area = self.window.program.place(*grow(item.role, *self.tree.extents(item)))
        wait_for(lambda: after.append(desktop.grab()) or any(crop(each, *area) != crop(before, *area) for each in after),
                 f'{item.role} {item.name} to show that it has the keyboard', 3)
        return item

    def _other_than(self, was):
        item = self.window.focus()
        return item if item.ref != was.ref else None
