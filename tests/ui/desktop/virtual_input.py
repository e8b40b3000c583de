# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A pointer and a keyboard for a Wayland compositor that has neither.

Through wlr-virtual-pointer-unstable-v1 and virtual-keyboard-unstable-v1, which sway speaks.
"""

import contextlib
import os
import time

from wayland_wire import Connection

CREATE = 0
MOTION_ABSOLUTE, BUTTON, FRAME = 1, 2, 4
KEYMAP, KEY, MODIFIERS = 0, 1, 2

BUTTONS = {'left': 0x110, 'right': 0x111}

# libxkbcommon finds the parts of it, in the compositor and in the programs.
KEYMAP_TEXT = b'''xkb_keymap {
  xkb_keycodes { include "evdev+aliases(qwerty)" };
  xkb_types { include "complete" };
  xkb_compat { include "complete" };
  xkb_symbols { include "pc+us+inet(evdev)" };
};
\0'''
TEXT_V1 = 1

# The kernel's numbers of the keys (linux/input-event-codes.h).
KEYS = {'Escape': 1, 'BackSpace': 14, 'Tab': 15, 'Return': 28, 'space': 57, 'Home': 102, 'Up': 103,
        'Page_Up': 104, 'Left': 105, 'Right': 106, 'End': 107, 'Down': 108, 'Page_Down': 109, 'Delete': 111, 'Menu': 127}
for first, row in ((2, '1234567890'), (16, 'qwertyuiop'), (30, 'asdfghjkl'), (44, 'zxcvbnm')):
    KEYS |= {sign: first + offset for offset, sign in enumerate(row)}
KEYS['comma'] = 51
KEYS |= {f'F{number}': 58 + number for number in range(1, 11)}

# Name: the key, and its bit in the map's modifiers.
HELD = {'shift': (42, 1), 'ctrl': (29, 4), 'alt': (56, 8)}


def now():
    return int(time.monotonic() * 1000)


class VirtualPointer:
    def __init__(self, path, size):
        self.size = size
        self.connection = Connection(path)
        manager = self.connection.bind('zwlr_virtual_pointer_manager_v1')
        self.pointer = self.connection.new_id()
        self.connection.send(manager, CREATE, 0, self.pointer)
        self.connection.synchronize()

    def send(self, request, *numbers):
        self.connection.send(self.pointer, request, now(), *numbers)
        self.connection.send(self.pointer, FRAME)
        self.connection.synchronize()

    def move(self, x, y):
        self.send(MOTION_ABSOLUTE, x, y, *self.size)

    def button(self, pressed, name='left'):
        self.send(BUTTON, BUTTONS[name], int(pressed))


class VirtualKeyboard:
    def __init__(self, path):
        self.connection = Connection(path)
        seat = self.connection.bind('wl_seat')
        manager = self.connection.bind('zwp_virtual_keyboard_manager_v1')
        self.keyboard = self.connection.new_id()
        self.connection.send(manager, CREATE, seat, self.keyboard)
        self.send_keymap()

    def send_keymap(self):
        keymap = os.memfd_create('keymap')
        os.write(keymap, KEYMAP_TEXT)
        self.connection.send(self.keyboard, KEYMAP, TEXT_V1, len(KEYMAP_TEXT), descriptors=[keymap])
        self.connection.synchronize()
        os.close(keymap)

    def send(self, key, pressed):
        self.connection.send(self.keyboard, KEY, now(), key, int(pressed))
        self.connection.synchronize()
        time.sleep(0.02)

    def hold(self, names):
        self.connection.send(self.keyboard, MODIFIERS, sum(HELD[name][1] for name in names), 0, 0, 0)

    @contextlib.contextmanager
    def holding(self, name):
        """While a key is down that changes what others and the pointer do."""
        self.send(HELD[name][0], True)
        self.hold([name])
        try:
            yield
        finally:
            self.send(HELD[name][0], False)
            self.hold([])

    def key(self, combination):
        *held, key = combination.split('+')
        for name in held:
            self.send(HELD[name][0], True)
        self.hold(held)
        self.send(KEYS[key], True)
        self.send(KEYS[key], False)
        for name in reversed(held):
            self.send(HELD[name][0], False)
        self.hold([])
        self.connection.synchronize()
