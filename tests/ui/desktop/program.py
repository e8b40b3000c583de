# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window under test: its actions over D-Bus, and what it shows through the accessibility bus."""

import os
import pathlib
import re
import shutil
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (the version comes first)

from accessible import Tree, role_of  # noqa: E402
from session import FOLDER, wait_for  # noqa: E402

NAME = 'io.github.culprit_log.Culprit'
# After which the same text was copied again.
SAME_SECONDS = 5
PATH = '/' + NAME.replace('.', '/')
# GDK 4.8 about sway 1.7.
NOT_OF_THE_PROGRAM = "Compositor doesn't support moving popups"
CLASS = re.compile('(Gtk|Adw|Culprit)[A-Z][A-Za-z]+')
NOT_OF_A_TAB = ('Culprit', 'Other Program')
CALL_MILLISECONDS = 60000


def children_of(node):
    node.clear_cache()
    children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    return [child for child in children if child is not None]


def name_of(node):
    try:
        return node.get_name()
    except GLib.Error:
        return None


def is_toast(node):
    """GTK 4.8 knows it by its class alone."""
    return node.get_role() == Atspi.Role.ALERT or node.get_name() == 'AdwToastWidget'


def extents_of(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def settings_file(environment):
    config = (os.environ | environment).get('XDG_CONFIG_HOME', os.path.join(os.environ['HOME'], '.config'))
    return pathlib.Path(config, 'glib-2.0', 'settings', 'keyfile')


def write_preferences(file, preferences):
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'[{PATH[1:]}]', *(f'{name}={value}' for name, value in preferences.items())]
    file.write_text('\n'.join(lines) + '\n')


class Program:
    """One culprit; leaving the block ends it, and any complaint of it is a failure."""

    def __init__(self, session, *arguments, environment=None, preferences=None, reopens=False, continues=False,
                 **settings):
        """PREFERENCES are those that are not as at first; without them no tracker is asked. Where the test REOPENS a
        tab, what is shown is walked through: GTK 4.8 complains when a page comes back of which all was told. Nothing is
        open from the program before, but where this one CONTINUES."""
        self.session = session
        self.errors = FOLDER / 'culprit.errors'
        environment = (environment or {}) | {'GSETTINGS_BACKEND': 'keyfile'}
        if not continues:
            shutil.rmtree(pathlib.Path(os.environ['HOME'], '.local', 'state'), ignore_errors=True)
        self.settings = settings_file(environment)
        write_preferences(self.settings, {'known-issues': 'false'} | (preferences or {}))
        with open(self.errors, 'wb') as errors:
            self.process = session.spawn(FOLDER / 'culprit', *arguments, stderr=errors,
                                         env=os.environ | {'G_DEBUG': 'fatal-warnings'}
                                         | environment, **settings)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.tree = None if reopens else Tree(self.bus)
        self.wait_for_window()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            self.session.stop(self.process)
        elif self.alive():
            # What was copied would keep it alive.
            self.session.take_clipboard(b'taken')
            self.activate_application('quit')
        try:
            status = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.session.stop(self.process)
            status = 'none, it did not end'
        complaints = '\n'.join(line for line in self.errors.read_text(errors='replace').splitlines()
                               if line and NOT_OF_THE_PROGRAM not in line)
        if complaints or error is None and status != 0:
            raise AssertionError(f'culprit: exit status {status}: {complaints}') from error

    def call(self, interface, method, arguments, path=PATH):
        try:
            return self.bus.call_sync(NAME, path, interface, method, arguments, None,
                                      Gio.DBusCallFlags.NO_AUTO_START, CALL_MILLISECONDS, None)
        except GLib.Error as error:
            raise RuntimeError(f'{method}: {error.message}') from None

    @property
    def window(self):
        """The object that exports the actions of the window, as long as there is only one."""
        answer = self.call('org.freedesktop.DBus.Introspectable', 'Introspect', None, f'{PATH}/window')
        numbers = re.findall(r'<node name="(\d+)"', answer.unpack()[0])
        return f'{PATH}/window/{numbers[-1]}'

    def wait_for_window(self):
        def there():
            assert self.process.poll() is None, self.errors.read_text(errors='replace')
            try:
                return self.actions()
            except (RuntimeError, IndexError):
                return None
        wait_for(there, 'the window', 60)
        wait_for(self.session.windows, 'it to be shown', 60)
        wait_for(self.session.has_keyboard, 'it to have the keyboard', 60)

    def actions(self):
        return self.call('org.gtk.Actions', 'List', None, self.window).unpack()[0]

    def describe(self, action):
        return self.call('org.gtk.Actions', 'Describe', GLib.Variant('(s)', [action]),
                         self.window).unpack()[0]

    def enabled(self, action):
        return self.describe(action)[0]

    def state(self, action):
        return self.describe(action)[2][0]

    def activate(self, action, parameter=None, path=None):
        parameters = [] if parameter is None else [parameter]
        self.call('org.gtk.Actions', 'Activate',
                  GLib.Variant('(sava{sv})', (action, parameters, {})), path or self.window)

    def activate_application(self, action):
        """One that is of no window."""
        self.activate(action, path=PATH)

    def change(self, action, state):
        self.call('org.gtk.Actions', 'SetState', GLib.Variant('(sva{sv})', (action, state, {})),
                  self.window)

    def wait_until_loaded(self, action='copy-issue', seconds=60):
        wait_for(lambda: self.enabled(action) and not self.enabled('cancel'), f'{action} of a log', seconds)

    def touch(self):
        """Presses keys and waits until the program has seen them: a Wayland compositor lets only a
        program that was just used take the clipboard."""
        for shown in (not self.state('show-failures'), self.state('show-failures')):
            self.session.key('F9')
            wait_for(lambda: self.state('show-failures') == shown, 'F9 to be seen')

    def copy(self, action):
        """What other programs get after an action that copies: another text than before, unless it stays for a while."""
        self.touch()
        before = found = self.session.read_clipboard()
        self.activate(action)
        end = time.monotonic() + SAME_SECONDS
        while (not found or found == before) and time.monotonic() < end:
            found = self.session.read_clipboard()
        return found

    def prefer(self, groups):
        """Changes preferences of the program and of the desktop while it runs: for each group the values by name."""
        file = GLib.KeyFile()
        file.load_from_file(str(self.settings), GLib.KeyFileFlags.NONE)
        for group, values in groups.items():
            for name, value in values.items():
                file.set_value(group, name, value)
        file.save_to_file(str(self.settings))

    def alive(self):
        return self.process.poll() is None

    def nodes(self, root=None):
        """The accessible objects that are visible, as they are now; parents come first."""
        waiting = [root or Atspi.get_desktop(0)]
        while waiting:
            node = waiting.pop()
            try:
                if node.get_role() != Atspi.Role.DESKTOP_FRAME:
                    yield node
                waiting += [child for child in reversed(children_of(node))
                            if child.get_role() == Atspi.Role.APPLICATION
                            or child.get_state_set().contains(Atspi.StateType.VISIBLE)]
            except GLib.Error:
                continue

    def names(self):
        """Those of all that is visible, of what has gone meanwhile none."""
        if self.tree is not None:
            return [item.name for item in self.tree.items()]
        return [name for name in map(name_of, self.nodes()) if name is not None]

    def showing(self):
        """All that the window says, a line each."""
        # GTK 4.8 names a widget that has no name by its class.
        return '\n'.join(name for name in self.names() if name and not CLASS.fullmatch(name))

    def wait_to_show(self, text, seconds=60):
        wait_for(lambda: any(text in name for name in self.names()), text, seconds)

    def toast(self):
        """What lies over the window for three seconds: looked up without a walk through all of it."""
        boxes = [Atspi.get_desktop(0)]
        while boxes:
            boxes = children_of(boxes[0])
            for region in boxes:
                for child in children_of(region)[-1:]:
                    if is_toast(child):
                        return '\n'.join(node.get_name() for node in self.nodes(child))
        return ''

    def wait_for_toast(self, text):
        wait_for(lambda: text in self.toast(), f'a toast: {text}')

    def find(self, role, name):
        """The first object of that role whose name holds the words."""
        def walk():
            return next((node for node in self.nodes() if role_of(node.get_role()) == role and name in node.get_name()), None)

        def look():
            if self.tree is None:
                return walk()
            item = next((item for item in self.tree.items() if item.role == role and name in item.name), None)
            return item and (item.node() or walk())

        return wait_for(look, f'a {role} {name}')

    def labels_in(self, root):
        return [node.get_name() for node in self.nodes(root) if node.get_role() == Atspi.Role.LABEL]

    def tab_nodes(self):
        return [node for node in self.nodes() if node.get_role() == Atspi.Role.PAGE_TAB]

    def tabs(self):
        """The titles of all."""
        titles = [title for tab in self.tab_nodes() for title in self.labels_in(tab)]
        # The only one has no bar, but is what the window is called after.
        return titles or [title for title in self.session.windows() if title not in NOT_OF_A_TAB]

    def wait_for_tabs(self, *titles):
        wait_for(lambda: sorted(self.tabs()) == sorted(titles), f'the tabs {titles}')

    def place(self, x, y, width, height):
        """Where a part of the window is on the screen."""
        left, top, room, depth = next(area for title, area in self.session.windows().items()
                                      if title != 'Other Program')
        # Where nothing draws shadows, X11's windows have a margin to be resized by.
        frame = extents_of(self.find('frame', ''))
        return left + (room - frame.width) // 2 + x, top + (depth - frame.height) // 2 + y, width, height

    def area(self, node):
        """Where an object is on the screen: x, y, width, height."""
        inside = extents_of(node)
        return self.place(inside.x, inside.y, inside.width, inside.height)

    def middle(self, node):
        x, y, width, height = self.area(node)
        return x + width // 2, y + height // 2

    def press_button(self, name):
        self.find('push button', name).get_action_iface().do_action(0)

    def selected(self):
        """Which of the failures is selected: 1 of 3."""
        for failures in self.tree.items():
            if failures.role == 'list' and 'Failures' in failures.name:
                chosen = next((item for item in failures.descendants() if item.is_selected), None)
                return re.search(r'\d+ of \d+$', chosen.name)[0] if chosen else None
        return None

    def set_tail(self, lines):
        """Types the number of lines as a person does."""
        x, y, _, height = self.area(self.find('spin button', 'Lines in the tail range'))
        self.session.click(x + 20, y + height // 2)
        self.session.key('ctrl+a')
        self.session.type(str(lines))
        self.session.key('Return')

    def get_tail(self):
        return int(re.search(r'Copy Last ([\d,]+) Lines?', self.showing())[1].replace(',', ''))


def run_tool(*arguments, **settings):
    """Prints of culprit-cli, which says the same as the window."""
    settings.setdefault('timeout', 120)
    return subprocess.run([FOLDER / 'culprit-cli', *arguments], check=True,
                          stdout=subprocess.PIPE, **settings).stdout
