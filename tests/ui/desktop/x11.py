# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The session on X11: Xvfb and openbox, xdotool, xclip, ImageMagick's import."""

import contextlib
import os
import struct
import subprocess

from session import FOLDER, SCREENSHOTS, Session, wait_for

SIZE = (1280, 800)
CLASS = 'culprit'
BUTTONS = {'left': 1, 'right': 3}


class X11(Session):
    name = 'x11'
    # To be resized by, where nothing draws shadows.
    most_margin = 40
    room = SIZE

    def start_display(self):
        os.environ.pop('WAYLAND_DISPLAY', None)
        with open(FOLDER / 'x11.log', 'wb') as log:
            # It stays when its first client, who only asks, goes before the window manager has come.
            server = self.spawn('Xvfb', '-displayfd', '1', '-screen', '0', f'{SIZE[0]}x{SIZE[1]}x24',
                                '-fbdir', FOLDER, '-nolisten', 'tcp', '-noreset', stdout=subprocess.PIPE, stderr=log, text=True)
            os.environ.update({'DISPLAY': f':{server.stdout.readline().strip()}',
                               'GDK_BACKEND': 'x11'})
            self.spawn('openbox', '--sm-disable', stderr=log)
        wait_for(lambda: subprocess.run(['xdotool', 'get_desktop'], capture_output=True,
                                        check=False).returncode == 0, 'openbox')

    def windows(self):
        """The titles of the windows, and where each is: x, y, width, height."""
        found = {}
        search = ('xdotool', 'search', '--onlyvisible', '--name', '.')
        # It gives up where a window is closed while it looks.
        for window in (self.ask(*search) or self.ask(*search)).decode().split():
            # What is not answered was closed meanwhile.
            geometry = self.ask('xdotool', 'getwindowgeometry', '--shell', window).decode()
            title = self.ask('xdotool', 'getwindowname', window).decode().strip()
            values = dict(line.split('=') for line in geometry.splitlines())
            if title and values:
                found[title] = tuple(int(values[each]) for each in ('X', 'Y', 'WIDTH', 'HEIGHT'))
        return found

    def has_keyboard(self):
        """Whether a window has the keyboard."""
        title = self.ask('xdotool', 'getwindowfocus', 'getwindowname').decode().strip()
        return title in self.windows()

    def find(self, *words):
        listed = self.call('xdotool', 'search', '--onlyvisible', *words).decode().split()
        return listed[-1]

    def resize(self, width, height):
        window = self.find('--class', CLASS)
        self.call('xdotool', 'windowsize', window, width, height, 'windowmove', window, 0, 0)

    def place_other_program(self):
        window = wait_for(lambda: self.windows().get('Other Program') and
                          self.find('--name', '^Other Program$'), 'the other program')

        # It may still be placing itself.
        def placed():
            self.call('xdotool', 'windowsize', window, 160, 100, 'windowmove', window, 1100, 680, 'windowraise', window)
            return self.windows().get('Other Program') == (1100, 680, 160, 100)
        wait_for(placed, 'the other program to be out of the way')

    def key(self, combination):
        self.call('xdotool', 'key', '--delay', '60', combination)

    def type(self, text):
        self.call('xdotool', 'type', '--delay', '30', text)

    def move(self, x, y):
        self.call('xdotool', 'mousemove', x, y)

    def press(self, button='left'):
        self.call('xdotool', 'mousedown', BUTTONS[button])

    def release(self, button='left'):
        self.call('xdotool', 'mouseup', BUTTONS[button])

    @contextlib.contextmanager
    def holding(self, key):
        """While a key is down that changes what others and the pointer do."""
        self.call('xdotool', 'keydown', key)
        try:
            yield
        finally:
            self.call('xdotool', 'keyup', key)

    def read_clipboard(self, kind='UTF8_STRING', primary=False):
        return self.ask('xclip', '-o', '-selection', 'primary' if primary else 'clipboard', '-t', kind)

    def offered_types(self):
        return self.read_clipboard('TARGETS').decode().split()

    def take_clipboard(self, content, kind='UTF8_STRING'):
        # xclip stays behind to serve what it took; what it prints would keep a pipe open.
        subprocess.run(['xclip', '-i', '-selection', 'clipboard', '-t', kind], input=content,
                       check=True, timeout=10, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # For a key that was pressed before xclip has it, no other program gets it.
        wait_for(lambda: self.read_clipboard(kind) == content, 'xclip on the clipboard')

    def set_screen(self, width, height, scale=1):
        """The room that the window has, at the upper left; there is no scale."""
        self.room = (width, height)
        self.resize(width, height)
        self.move(width - 1, height - 1)

    def grab(self):
        """That room, as a PPM: read from where Xvfb draws, an XWD file with 32 bits a pixel, blue first."""
        dump = (FOLDER / 'Xvfb_screen0').read_bytes()
        fields = struct.unpack('>25I', dump[:100])
        start, length = fields[0] + 12 * fields[19], fields[12]
        width, height = self.room
        pixels = b''.join(dump[start + length * row:start + length * row + 4 * width] for row in range(height))
        colours = bytearray(3 * width * height)
        for channel in range(3):
            colours[channel::3] = pixels[2 - channel::4]
        return b'P6\n%d %d\n255\n' % self.room + colours

    def screenshot(self, name):
        self.call('import', '-window', 'root', SCREENSHOTS / f'{name}-x11.png')
