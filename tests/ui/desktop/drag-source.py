# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A window from which files, a link or a text can be dragged, as a file manager, a browser or an editor
offers them.

usage: drag-source.py files FILE… | link ADDRESS | text TEXT
"""

import pathlib
import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402 (versions come first)


def content(kind, *values):
    if kind == 'files':
        uris = ''.join(f'{pathlib.Path(value).as_uri()}\r\n' for value in values)
        return Gdk.ContentProvider.new_for_bytes('text/uri-list', GLib.Bytes.new(uris.encode()))
    if kind == 'link':
        offered = {'text/x-moz-url': f'{values[0]}\nA link'.encode('utf-16-le'),
                   'text/uri-list': f'{values[0]}\r\n'.encode(),
                   'text/plain;charset=utf-8': b'A link'}
        return Gdk.ContentProvider.new_union([
            Gdk.ContentProvider.new_for_bytes(mime_type, GLib.Bytes.new(content))
            for mime_type, content in offered.items()])
    return Gdk.ContentProvider.new_for_bytes('text/plain;charset=utf-8',
                                             GLib.Bytes.new(values[0].encode()))


def activated(application):
    source = Gtk.DragSource(content=content(*sys.argv[1:]), actions=Gdk.DragAction.COPY)
    label = Gtk.Label(label='Drag from here')
    label.add_controller(source)
    window = Gtk.ApplicationWindow(application=application, title='Other Program', child=label,
                                   decorated=False)
    window.set_default_size(160, 100)
    window.present()


program = Gtk.Application(application_id='io.github.culprit_log.DragSource')
program.connect('activate', activated)
program.run()
