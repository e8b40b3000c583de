# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A window onto which a text can be dropped, as into an editor: it is written to FILE.

usage: drop-receiver.py FILE
"""

import pathlib
import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GObject, Gtk  # noqa: E402 (versions come first)


def dropped(_target, text, _x, _y):
    pathlib.Path(sys.argv[1]).write_text(text)
    return True


def activated(application):
    target = Gtk.DropTarget.new(GObject.TYPE_STRING, Gdk.DragAction.COPY)
    target.connect('drop', dropped)
    label = Gtk.Label(label='Drop here')
    label.add_controller(target)
    window = Gtk.ApplicationWindow(application=application, title='Other Program', child=label,
                                   decorated=False)
    window.set_default_size(160, 100)
    window.present()


program = Gtk.Application(application_id='io.github.culprit_log.DropReceiver')
program.connect('activate', activated)
program.run()
