# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pictures that are taken when the window has come to rest, looked over as far as a program can, and put on a page."""

import html
import time

import gi

gi.require_version('Atspi', '2.0')
gi.require_version('GdkPixbuf', '2.0')
from gi.repository import Atspi, GdkPixbuf  # noqa: E402 (the version comes first)

from accessible import role_of  # noqa: E402 (the version comes first)
from program import extents_of, name_of  # noqa: E402
from session import SCREENSHOTS, wait_for  # noqa: E402

SECONDS = 20
PAUSE = 0.2
# The mean of all that is drawn, of 255: what is light is lighter, what is dark darker.
LEAST_LIGHT, MOST_DARK = 165, 90

PAGE = '''<!DOCTYPE html>
<meta charset="utf-8">
<title>Culprit’s window</title>
<style>
body {{ font: 11pt sans-serif; margin: 24px; background: #eee; }}
figure {{ display: inline-block; margin: 0 24px 24px 0; vertical-align: top; }}
img {{ max-width: 900px; border: 1px solid #999; }}
</style>
<h1>Culprit’s window</h1>
{}
'''
SECTION = '<h2 id="{}">{}</h2>\n{}\n'
FIGURE = '<figure><a href="{0}"><img src="{0}" loading="lazy" alt=""></a><figcaption>{1}</figcaption></figure>'


def decode(picture):
    loader = GdkPixbuf.PixbufLoader.new_with_type('pnm')
    loader.write(picture)
    loader.close()
    return loader.get_pixbuf()


def brightness(picture):
    # Every 7th is a mixture of the three colours.
    sample = picture[16::7]
    return sum(sample) / len(sample)


def surface_of(node):
    """The window or the dialog that holds it."""
    while node.get_role() not in (Atspi.Role.FRAME, Atspi.Role.DIALOG, Atspi.Role.WINDOW):
        node = node.get_parent()
    return node


def is_in_sight(node):
    """Wholly inside of its window."""
    inside, window = extents_of(node), extents_of(surface_of(node))
    return (inside.width > 0 and inside.height > 0
            and 0 <= inside.x <= window.width - inside.width
            and 0 <= inside.y <= window.height - inside.height)


def check_in_sight(program, role, name):
    """One that is called so, of those that there may be."""
    def look():
        if is_in_sight(program.find(role, name)):
            return True
        # A hidden one may be the first.
        return any(is_in_sight(node) for node in program.nodes()
                   if role_of(node.get_role()) == role and name in (name_of(node) or ''))
    wait_for(look, f'a {role} {name} to be wholly in sight', 10)


class Album:
    def __init__(self, desktop):
        self.desktop = desktop
        self.seen = {}
        self.entries = {}

    def _at_rest(self, look):
        """A picture that is like the one before it and like none that is in the album, or None."""
        picture = self.desktop.grab()
        time.sleep(PAUSE)
        if self.desktop.grab() != picture or picture in self.seen:
            return None
        light = brightness(picture)
        return picture if (light < MOST_DARK if look.is_dark else light > LEAST_LIGHT) else None

    def take(self, name, caption, look, language):
        """NAME and CAPTION are the state's."""
        picture = wait_for(lambda: self._at_rest(look), f'{name} to look {look.caption}, and unlike the others', SECONDS)
        decoded = decode(picture)
        size = tuple(each * look.scale for each in look.size)
        assert (decoded.get_width(), decoded.get_height()) == size, (decoded.get_width(), decoded.get_height())
        self.seen[picture] = name
        file = f'{name}-{language.prefix}{look.name}-{self.desktop.name}.png'
        decoded.savev(str(SCREENSHOTS / file), 'png', [], [])
        self.entries.setdefault((name, caption), []).append((file, language.words + look.caption))

    def write_page(self, name):
        sections = [SECTION.format(state, html.escape(caption),
                                   '\n'.join(FIGURE.format(file, html.escape(look)) for file, look in pictures))
                    for (state, caption), pictures in self.entries.items()]
        (SCREENSHOTS / name).write_text(PAGE.format('\n'.join(sections)))
