# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is wrong with the controls of a window, as a screen reader is told of them."""

import re

from program import CLASS

# GTK 4.8 knows no toggle buttons, and says that they are pressed.
BUTTONS = ('push button', 'toggle button')
CONTROLS = BUTTONS + ('check box', 'radio button', 'combo box', 'entry', 'text', 'password text', 'spin button', 'slider',
                      'scroll bar', 'link', 'list item', 'table row', 'page tab', 'menu', 'menu item',
                      'check menu item', 'radio menu item', 'switch', 'tree table', 'list')
# A test, a file or a secret may be called as it likes.
MAY_HOLD_UNDERLINE = ('list item', 'table row', 'text')
ICON = re.compile(r'[a-z]+(-[a-z]+)+')
# GTK 4.8 names it by its class.
UNNAMED_SCROLL_BARS = ('GtkScrollbar', '')
WINDOWS = ('frame', 'dialog', 'alert')
SHOW_MNEMONICS = ('menu item', 'check menu item', 'radio menu item', 'page tab')


def is_inner(item):
    """What GTK puts into its own controls, and no key leads to: the scroll bars of its panes, which do what the keys do in
    what is scrolled."""
    if item.role == 'scroll bar' and item.name in UNNAMED_SCROLL_BARS and not item.has('focusable') and \
       item.parent is not None and item.parent.role == 'scroll pane':
        return True
    # Of the window of keys, which has one section.
    if item.name == 'GtkMenuButton' and any(each.name == 'Keyboard Shortcuts' for each in ancestors(item)):
        return True
    return item.role == 'menu' and item.parent is not None and item.parent.role in BUTTONS


def is_doubled(name):
    """Wholly, or at its end the two or more words that it begins with."""
    words = name.replace('_', '').replace(',', '').split()
    middle = len(words) // 2
    return (len(words) % 2 == 0 and middle > 0 and words[:middle] == words[middle:]
            or any(words[:count] == words[-count:] for count in range(2, middle + 1)))


def fault_of(item):
    """None where it is called as it should be."""
    if item.parent is not None and item.parent.role == 'application' and item.role not in WINDOWS:
        return 'is not told of as a window'
    if item.role not in CONTROLS or is_inner(item):
        return None
    name = item.name.strip()
    if not name or CLASS.fullmatch(name):
        return 'has no name'
    if is_doubled(name):
        return 'says its name twice'
    if item.role in BUTTONS and ICON.fullmatch(name):
        return 'has the name of its icon'
    if item.role in SHOW_MNEMONICS and item.role not in MAY_HOLD_UNDERLINE \
            and re.search(r'(^|\s)_\w|[a-z]_[a-z]+( |$)', name):
        return 'shows its mnemonic'
    return None


def check_names(program, state):
    items = list(program.tree.items())
    wrong = [(item, fault_of(item)) for item in items]
    wrong = [f'{item.role} {item.name!r} ({item.description}) {fault}' for item, fault in wrong if fault]
    assert not wrong, f'{state}:\n' + '\n'.join(wrong)
    return items


def roles_like(role):
    """What a newer or older GTK may call it."""
    return BUTTONS if role in BUTTONS else (role,)


def find(items, role, name):
    """The one with that name, which is of that role; None where there is none."""
    return next((item for item in items if item.name == name and item.role in roles_like(role)), None)


def press(program, items, name):
    """The button whose name holds the words; GTK's menu buttons have one inside that takes the press."""
    button = next(item for item in items if item.role in BUTTONS and name in item.name and item.has('focusable'))
    program.tree.press(button)


def check_roles(items, state, **expected):
    """EXPECTED are the names by role, with _ for blanks."""
    missing = [f'{role} {name!r}' for role, names in expected.items() for name in names
               if find(items, role.replace('_', ' '), name) is None]
    assert not missing, f'{state}: no ' + ', '.join(missing)


def focused(items):
    """The one that has the keyboard."""
    found = [item for item in items if item.has('focused')]
    active = [item for item in found if any(each.has('active') for each in ancestors(item))]
    return (active or found or [None])[-1]


def ancestors(item):
    while item.parent is not None:
        item = item.parent
        yield item


def window_of(item):
    return list(ancestors(item))[-2]
