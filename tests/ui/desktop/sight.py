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


def grow(padding, x, y, width, height):
    beside, above = padding
    return x - beside, y - above, width + 2 * beside, height + 2 * above


class Sight:
    def __init__(self, window, paddings=None):
        """WINDOW is a reach.Window; of each of its windows that are open the title is another. PADDINGS are those of what
        has more, by name."""
        self.window = window
        self.tree = window.program.tree
        self.paddings = paddings or {}

    def place(self, item, x, y, width, height):
        """Where a part of the window that ITEM is in is on the screen."""
        frame = controls.window_of(item)
        left, top, room, depth = self.window.desktop.windows()[frame.name]
        # As in Program.place().
        _, _, own_width, own_height = self.tree.extents(frame)
        return left + (room - own_width) // 2 + x, top + (depth - own_height) // 2 + y, width, height

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

    def step(self, key, was=None):
        """Presses the key, and gives what has the keyboard then; WAS has it, as the step before gave."""
        desktop, was = self.window.desktop, was or self.window.focus()
        before = desktop.grab()
        desktop.key(key)
        # At once: GTK takes the ring away after three seconds.
        after = []
        item = wait_for(lambda: after.append(desktop.grab()) or self._other_than(was),
                        f'{key} to lead on from {was.role} {was.name}')
        wait_for(lambda: self.is_in_sight(item), f'{item.role} {item.name} to be in sight', 5)
        padding = self.paddings.get(item.name) or OTHER_PADDING.get(item.role, PADDING)
        area = self.place(item, *grow(padding, *self.tree.extents(item)))
        wait_for(lambda: after.append(desktop.grab()) or any(crop(each, *area) != crop(before, *area) for each in after),
                 f'{item.role} {item.name} to show that it has the keyboard', 3)
        return item

    def _other_than(self, was):
        item = self.window.focus()
        return item if item.ref != was.ref else None
