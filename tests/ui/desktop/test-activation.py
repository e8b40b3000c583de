# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The desktop starts the program by its name on the bus, gives it files, and finds it again."""

import contextlib
import os
import shutil
import uuid

from gi.repository import Gio, GLib

from program import NAME, PATH
from samples import small
from session import FOLDER, run_cases, wait_for
from tap import case

SERVICES = FOLDER / 'run/dbus-1/services'
STATE = FOLDER / 'home/.local/state'
ERRORS = FOLDER / 'service.errors'


class Bus:
    def __init__(self):
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def call(self, method, arguments, interface='org.freedesktop.Application', name=NAME, path=PATH):
        return self.connection.call_sync(name, path, interface, method, arguments, None,
                                         Gio.DBusCallFlags.NONE, 60000, None)

    def daemon(self, method, arguments=None):
        return self.call(method, arguments, 'org.freedesktop.DBus', 'org.freedesktop.DBus', '/org/freedesktop/DBus')

    def is_running(self):
        return self.daemon('NameHasOwner', GLib.Variant('(s)', [NAME])).unpack()[0]


def install_service(bus):
    """As data/…service.in says it, with what the session has set since its bus was started."""
    SERVICES.mkdir(parents=True, exist_ok=True)
    script = FOLDER / 'service'
    names = ('DISPLAY', 'WAYLAND_DISPLAY', 'GDK_BACKEND', 'XDG_RUNTIME_DIR', 'GSETTINGS_SCHEMA_DIR')
    settings = ''.join(f'export {name}="{os.environ[name]}"\n' for name in names if name in os.environ)
    script.write_text(f'#!/bin/sh\n{settings}export G_DEBUG=fatal-warnings\n'
                      f'exec "{FOLDER}/culprit" "$@" 2>> "{ERRORS}"\n')
    script.chmod(0o755)
    (SERVICES / f'{NAME}.service').write_text(f'[D-BUS Service]\nName={NAME}\nExec={script} --gapplication-service\n')
    bus.daemon('ReloadConfig')


@contextlib.contextmanager
def service(*, continues=False):
    bus = Bus()
    ERRORS.write_text('')
    if not continues:
        shutil.rmtree(STATE, ignore_errors=True)
    install_service(bus)
    assert not bus.is_running()
    try:
        yield bus
    except GLib.Error as error:
        raise AssertionError(ERRORS.read_text()) from error
    bus.call('Activate', GLib.Variant('(sava{sv})', ('quit', [], {})), 'org.gtk.Actions')
    wait_for(lambda: not bus.is_running(), 'it to end')
    complaints = [line for line in ERRORS.read_text().splitlines() if 'moving popups' not in line]
    assert not complaints, complaints


def open_files(bus, *files):
    bus.call('Open', GLib.Variant('(asa{sv})', ([file.as_uri() for file in files], {})))


@case
def files_are_opened(desktop):
    with service() as bus:
        open_files(bus, small('first.log'))
        wait_for(lambda: 'first.log' in desktop.windows(), 'the first log')
        open_files(bus, small('second.log'), small('third.log'))
        wait_for(lambda: list(desktop.windows()) == ['second.log'], 'the second log in the same window')


@case
def what_was_open_comes_back(desktop):
    with service() as bus:
        open_files(bus, small('again.log'))
        wait_for(lambda: 'again.log' in desktop.windows(), 'the log')
    with service(continues=True) as bus:
        bus.call('Activate', GLib.Variant('(a{sv})', [{}]))
        wait_for(lambda: 'again.log' in desktop.windows(), 'the log again')


@case
def actions_of_the_desktop(desktop):
    with service() as bus:
        bus.call('ActivateAction', GLib.Variant('(sava{sv})', ('new-window', [], {})))
        wait_for(lambda: 'Culprit' in desktop.windows(), 'a window')
        # Of a notification that told of a log of an earlier run.
        for words in (str(uuid.uuid4()), ''):
            bus.call('ActivateAction', GLib.Variant('(sava{sv})', ('show-log', [GLib.Variant('s', words)], {})))
        open_files(bus, small('first.log'))
        wait_for(lambda: 'first.log' in desktop.windows(), 'the log in it')


run_cases()
