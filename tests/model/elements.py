# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Links and images in a log: Buildkite's OSC 1338 and 1339, and iTerm2's 1337.

A link reads "content (url)", an image "[image: alternative text]".
"""

import base64
import binascii
import collections
import re

# key=value, where quotes may hold semicolons.
ARGUMENT = re.compile(rb'''([^=;]*)(?:=('[^']*'|"[^"]*"|[^;]*)[^;]*)?(?:;|$)''')

Element = collections.namedtuple('Element', 'text is_image')


def read_arguments(data):
    """The first of each key counts."""
    arguments = {}
    for match in ARGUMENT.finditer(data):
        key, value = match[1], match[2] or b''
        if len(value) >= 2 and value[:1] in b'\'"' and value[-1:] == value[:1]:
            value = value[1:-1]
        arguments.setdefault(key, value)
    return arguments


def decode_name(name):
    letters = re.sub(rb'[^A-Za-z0-9+/]', b'', name)
    try:
        return base64.b64decode(letters + b'=' * (-len(letters) % 4))
    except binascii.Error:
        return b''


def image(name):
    return Element(b'[image: ' + name + b']' if name else b'[image]', True)


def blank_controls(text):
    return bytes(0x20 if byte < 0x20 or byte == 0x7f else byte for byte in text)


def describe(content):
    if content.startswith(b'1337;File='):
        arguments = read_arguments(content[len(b'1337;File='):].split(b':')[0])
        name = decode_name(arguments.get(b'name', b''))
        return image(name) if arguments.get(b'inline') == b'1' else None
    arguments = read_arguments(content[5:])
    url = arguments.get(b'url', b'')
    if content.startswith(b'1338;'):
        return image(arguments.get(b'alt') or url)
    if content.startswith(b'1339;'):
        words = arguments.get(b'content')
        if not words or words == url:
            return Element(url, False)
        return Element(words + b' (' + url + b')' if url else words, False)
    return None


def parse(content):
    """What the OSC shows, or None. Its bytes may be anything, but no control."""
    element = describe(content)
    return element and element._replace(text=blank_controls(element.text))
