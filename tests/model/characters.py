# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a character is to the model: from the Unicode tables of Python itself."""

import unicodedata

REPLACEMENT = '\ufffd'
JOINER = '\u200d'
BYTE_ORDER_MARK = '\ufeff'

# What can hide text or change its order: invisible characters, direction controls, separators of
# lines that are no line ends here, tags.
HIDDEN = (
    (0xad, 0xad), (0x34f, 0x34f), (0x61c, 0x61c), (0x115f, 0x1160), (0x180e, 0x180e),
    (0x200b, 0x200f), (0x2028, 0x202e), (0x2060, 0x206f), (0x3164, 0x3164), (0xfeff, 0xfeff),
    (0xffa0, 0xffa0), (0xfff9, 0xfffb), (0x1d173, 0x1d17a), (0xe0000, 0xe0fff),
)


def is_hidden(character):
    return any(first <= ord(character) <= last for first, last in HIDDEN)


def is_picture(character):
    """Whether a zero width joiner after it makes one picture of two."""
    return character == '\ufe0f' or 0x2600 <= ord(character) < 0x27c0 \
        or 0x1f300 <= ord(character) < 0x1fb00


def is_known(character):
    """Unicode has more characters each year, and other tables than Python's may know them."""
    return unicodedata.category(character) != 'Cn'


def width(character):
    """Columns of it: 0 for what stands on the character before."""
    if unicodedata.category(character) in ('Mn', 'Me', 'Cf') or '\u1160' <= character <= '\u11ff':
        return 0
    return 2 if unicodedata.east_asian_width(character) in 'WF' else 1


def decode(data, at):
    """The character that starts at AT, and where the next one starts.

    What is no UTF-8 is U+FFFD, one for each part that could have become a character (Unicode,
    chapter 3.9, "substitution of maximal subparts"): so Python decodes too.
    """
    for end in range(at + 1, min(at + 4, len(data)) + 1):
        try:
            return data[at:end].decode('utf-8'), end
        except UnicodeDecodeError:
            pass
    for end in range(at + 1, min(at + 4, len(data)) + 1):
        if data[at:end].decode('utf-8', 'replace') != REPLACEMENT:
            return REPLACEMENT, end - 1
    return REPLACEMENT, min(at + 4, len(data))
