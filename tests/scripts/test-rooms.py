# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A room sees only the rooms below it: what its files include, and what its libraries and those of its tests link."""

import os
import re
import sys

import tap
import tree
from tap import case

# What each room sees beside itself.
BELOW = {
    'log': [],
    'failures': ['log'],
    'report': ['log', 'failures'],
    'net': ['log', 'failures', 'report'],
    'cli': ['log', 'failures', 'report', 'net'],
    'ui': ['log', 'failures', 'report', 'net'],
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)[">]', re.MULTILINE)
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita)\b')
MESON_COMMENT = re.compile(r'#.*')
MESON_STRING = re.compile(r"'([^']*)'")
# A variable of a room's meson.build is called after it.
MESON_NAME = re.compile(r'\b(%s)_\w+' % '|'.join(BELOW))
MESON_TOOLKIT = re.compile(r'\b(gtk|libadwaita)\b')


def headers(root):
    """The rooms that have a header, by its name."""
    rooms = {}
    for room in BELOW:
        for path in tree.files(root, f'src/{room}'):
            if path.suffix == '.h':
                rooms.setdefault(path.name, []).append(room)
    return rooms


def room_of_path(folder, name):
    """The room that a path leads to from a folder, or None."""
    parts = os.path.normpath(folder / name).split(os.sep)
    return parts[1] if len(parts) > 2 and parts[0] in ('src', 'tests') and parts[1] in BELOW else None


def included_rooms(root, path, name, rooms):
    """The rooms that an included file may be of; none where it is no room's."""
    if '/' in name:
        room = room_of_path(path.parent, name)
        return [room] if room else []
    if (root / path.parent / name).exists():
        return []
    return rooms.get(name, [])


def wrong_includes(root):
    rooms = headers(root)
    for room, below in BELOW.items():
        for path in tree.files(root, f'src/{room}', f'tests/{room}'):
            if path.suffix not in ('.c', '.h'):
                continue
            for name in INCLUDE.findall((root / path).read_text(encoding='utf-8')):
                seen = included_rooms(root, path, name, rooms)
                if seen and not any(each in [room, *below] for each in seen):
                    yield f'{path} includes {name}, of {seen[0]}'
                if room != 'ui' and TOOLKIT.match(name):
                    yield f'{path} includes {name}, of the toolkit'


def linked_rooms(path, text):
    """The rooms that a line of a meson.build names, by a variable or by a path."""
    for string in MESON_STRING.findall(text):
        if string.startswith('..'):
            room = room_of_path(path.parent, string)
            if room:
                yield room, string
    for match in MESON_NAME.finditer(MESON_STRING.sub('', text)):
        yield match[1], match[0]


def wrong_links(root):
    for room, below in BELOW.items():
        for path in [root / top / room / 'meson.build' for top in ('src', 'tests')]:
            if not path.exists():
                continue
            path = path.relative_to(root)
            text = MESON_COMMENT.sub('', (root / path).read_text(encoding='utf-8'))
            for other, name in linked_rooms(path, text):
                if other not in [room, *below]:
                    yield f'{path} names {name}, of {other}'
            if room != 'ui':
                for name in MESON_TOOLKIT.findall(MESON_STRING.sub('', text)):
                    yield f'{path} names {name}, of the toolkit'


def check_includes(texts):
    with tree.written({'src/log/row.h': '', 'src/net/http.h': '', 'src/ui/window.h': '', 'src/cli/input.h': '',
                       **texts}) as root:
        return list(wrong_includes(root))


def check_links(texts):
    with tree.written(texts) as root:
        return list(wrong_links(root))


@case
def the_rooms_are_those_of_the_sources():
    folders = sorted(path.name for path in (tree.ROOT / 'src').iterdir() if path.is_dir())
    assert folders == sorted(BELOW), folders


@case
def no_file_includes_what_stands_above_it():
    tree.nothing(list(wrong_includes(tree.ROOT)))


@case
def no_library_links_what_stands_above_it():
    tree.nothing(list(wrong_links(tree.ROOT)))


@case
def what_stands_below_may_be_included():
    assert not check_includes({'src/ui/window.c': '#include <gtk/gtk.h>\n#include "window.h"\n#include "http.h"\n',
                               'tests/net/test-http.c': '#include "../../src/log/row.h"\n#include "row.h"\n'})


@case
def what_stands_above_may_not_be_included():
    found = check_includes({'src/log/row.c': '#include "row.h"\n  # include <http.h>\n'})
    assert found == ['src/log/row.c includes http.h, of net'], found
    found = check_includes({'src/log/row.h': '#include "../net/http.h"\n'})
    assert found == ['src/log/row.h includes ../net/http.h, of net'], found


@case
def what_stands_beside_may_not_be_included():
    found = check_includes({'src/ui/window.c': '#include "input.h"\n', 'src/cli/input.c': '#include "window.h"\n'})
    assert found == ['src/cli/input.c includes window.h, of ui', 'src/ui/window.c includes input.h, of cli'], found


@case
def a_header_of_the_same_name_in_the_own_room_is_meant():
    assert not check_includes({'src/log/http.h': '', 'src/log/row.c': '#include "http.h"\n'})


@case
def tests_see_what_their_room_sees():
    found = check_includes({'tests/log/test-row.c': '#include "http.h"\n', 'tests/report/test-a.c': '#include "row.h"\n'})
    assert found == ['tests/log/test-row.c includes http.h, of net'], found
    found = check_includes({'tests/log/test-row.c': '#include "../net/small-server.h"\n'})
    assert found == ['tests/log/test-row.c includes ../net/small-server.h, of net'], found


@case
def the_toolkit_is_the_windows_alone():
    found = check_includes({'src/cli/input.c': '#include <gtk/gtk.h>\n'})
    assert found == ['src/cli/input.c includes gtk/gtk.h, of the toolkit'], found
    found = check_links({'src/net/meson.build': 'dependencies: [report_dep, gtk],\n'})
    assert found == ['src/net/meson.build names gtk, of the toolkit'], found


@case
def what_stands_below_may_be_linked():
    assert not check_links({'src/net/meson.build': "# ui_dep\nnet_lib = library ('net', dependencies: report_dep)\n",
                            'tests/cli/meson.build': "executable ('a', files ('../../src/cli/a.c'), culprit_cli)\n"})


@case
def what_stands_above_may_not_be_linked():
    found = check_links({'src/log/meson.build': 'dependencies: [gio, net_dep],\n',
                         'tests/failures/meson.build': 'link_with: report_lib\n'})
    assert found == ['src/log/meson.build names net_dep, of net',
                     'tests/failures/meson.build names report_lib, of report'], found


@case
def what_stands_beside_may_not_be_linked():
    found = check_links({'src/cli/meson.build': "files ('../ui/words.c')\n", 'src/ui/meson.build': 'cli_lib\n'})
    assert found == ['src/cli/meson.build names ../ui/words.c, of ui', 'src/ui/meson.build names cli_lib, of cli'], found


if __name__ == '__main__':
    sys.exit(tap.main())
