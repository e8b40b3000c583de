# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How a window may look: its room, its colours, its text, its language."""

import dataclasses
import gettext
import os
import pathlib
import struct

from program import PATH
from session import FOLDER

TRANSLATIONS = FOLDER / 'translations'


@dataclasses.dataclass(frozen=True)
class Look:
    name: str
    caption: str
    size: tuple = (1280, 800)  # as the program counts, before the scale
    scale: int = 1
    is_dark: bool = False
    has_high_contrast: bool = False
    text: float = 1.0

    @property
    def is_narrow(self):
        return self.size[0] < 600

    def preferences(self):
        """By group. What is not Culprit's is the desktop's own."""
        return {
            PATH[1:]: {'colour-scheme': "'dark'" if self.is_dark else "'light'"},
            'org/gnome/desktop/interface': {'text-scaling-factor': str(self.text)},
            'org/gnome/desktop/a11y/interface': {'high-contrast': str(self.has_high_contrast).lower()},
        }


NARROW = (360, 640)
LIGHT = Look('light', 'light, 1280×800')
DARK = Look('dark', 'dark, 1280×800', is_dark=True)
NARROW_LIGHT = Look('narrow', 'light, 360×640', NARROW)
NARROW_DARK = Look('narrow-dark', 'dark, 360×640', NARROW, is_dark=True)
# A screen of 1920×1080 has half of that room.
DOUBLE = Look('double', '1920×1080 at 200 %', (960, 540), scale=2)
LARGE_TEXT = Look('large-text', 'text one and a half times as large, 1280×800', text=1.5)
NARROW_LARGE_TEXT = Look('narrow-large-text', 'text one and a half times as large, 360×640', NARROW, text=1.5)
CONTRAST = Look('contrast', 'high contrast, light', has_high_contrast=True)
CONTRAST_DARK = Look('contrast-dark', 'high contrast, dark', is_dark=True, has_high_contrast=True)

EACH = (LIGHT, DARK, NARROW_LIGHT, NARROW_DARK)
OTHERS = (DOUBLE, LARGE_TEXT, NARROW_LARGE_TEXT, CONTRAST, CONTRAST_DARK)


class Language:
    """What the program speaks. PREFIX and WORDS tell it of a picture, in its name and beneath it."""

    def __init__(self, code, prefix, words):
        self.code, self.prefix, self.words = code, prefix, words
        self._catalogue = gettext.translation('culprit', TRANSLATIONS, [code], fallback=True)

    def say(self, message):
        """What the window shows for a message of the sources, or the part of it before the first that is filled in."""
        said = self._catalogue.gettext(message).split('\4')[-1]
        return said.replace('_', '').split('%')[0]

    def environment(self):
        return {'LANGUAGE': self.code, 'CULPRIT_TRANSLATIONS': str(TRANSLATIONS)}


def write_empty_catalogue(code):
    """One without a word: GLib leaves all libraries in English where the program has none."""
    header = b'Content-Type: text/plain; charset=UTF-8\n'
    # Magic, revision, number of messages, where their table and that of the translations are, no hashes; then of the
    # one message and its translation length and place: the GNU gettext manual, "The Format of GNU MO Files".
    numbers = (0x950412de, 0, 1, 28, 36, 0, 44, 0, 44, len(header), 45)
    folder = TRANSLATIONS / code / 'LC_MESSAGES'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'culprit.mo').write_bytes(struct.pack('<11I', *numbers) + b'\0' + header + b'\0')


def write_desktop_settings():
    """Where the desktop has none of its own: nothing moves or blinks."""
    folder = pathlib.Path(os.environ['HOME'], '.config', 'gtk-4.0')
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n')
