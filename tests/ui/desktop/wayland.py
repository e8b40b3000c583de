# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The session on sway, with no screen: keys and pointer of our own, wtype for text, wl-clipboard, grim."""

import json
import os
import subprocess
import time

from session import FOLDER, SCREENSHOTS, Session, wait_for
from virtual_input import VirtualKeyboard, VirtualPointer

SIZE = (1280, 800)
CONFIG = '''
output HEADLESS-1 resolution {}x{}
default_border none
default_floating_border none
focus_follows_mouse no
for_window [title="Other Program"] floating enable, resize set 160 100, move position 1100 680
no_focus [title="Other Program"]
'''


class Wayland(Session):
    name = 'wayland'
    most_margin = 0

    def start_display(self):
        config = FOLDER / 'sway.conf'
        config.write_text(CONFIG.format(*SIZE))
        os.environ.pop('DISPLAY', None)
        os.environ.update({'WLR_BACKENDS': 'headless', 'WLR_LIBINPUT_NO_DEVICES': '1',
                           'WLR_RENDERER': 'pixman', 'GDK_BACKEND': 'wayland'})
        with open(FOLDER / 'sway.log', 'wb') as log:
            self.spawn('sway', '-c', config, stderr=log)
        socket = wait_for(lambda: [path.name for path in self.runtime.glob('wayland-*')
                                   if not path.name.endswith('.lock')], 'sway')
        os.environ['WAYLAND_DISPLAY'] = socket[0]
        ipc = wait_for(lambda: list(self.runtime.glob('sway-ipc.*.sock')), 'sway to answer')
        os.environ['SWAYSOCK'] = str(ipc[0])
        self.pointer = VirtualPointer(self.runtime / socket[0], SIZE)
        self.keyboard = VirtualKeyboard(self.runtime / socket[0])
        # Where no tooltip is: GTK 4.8 warns when it has to move one on a compositor of this age.
        self.move(SIZE[0] // 2, SIZE[1] - 5)

    def command(self, *words):
        self.call('swaymsg', '--', *words)

    def nodes(self):
        """What sway shows for a program each."""
        nodes = [json.loads(self.call('swaymsg', '-t', 'get_tree'))]
        while nodes:
            node = nodes.pop()
            nodes += node['nodes'] + node['floating_nodes']
            if node.get('pid'):
                yield node

    def windows(self):
        """The titles of the windows, and where each is: x, y, width, height."""
        return {node['name']: tuple(node['rect'][each] for each in ('x', 'y', 'width', 'height'))
                for node in self.nodes()}

    def has_keyboard(self):
        """Whether a window has the keyboard."""
        return any(node['focused'] for node in self.nodes())

    def resize(self, width, height):
        """Again, where sway 1.10 takes what the program drew before it heard of it as its answer."""
        def resized():
            self.command(f'[app_id="io.github.culprit_log.Culprit"] floating enable, '
                         f'resize set {width} {height}, move position 0 0')
            time.sleep(0.3)
            return any(area[2:] == (width, height) for area in self.windows().values())
        wait_for(resized, f'the window to be {width} times {height}')

    def set_screen(self, width, height, scale=1):
        """Another screen, which the window fills: WIDTH and HEIGHT are what SCALE leaves of its pixels."""
        self.command(f'output HEADLESS-1 resolution {width * scale}x{height * scale} scale {scale}')
        self.pointer.size = (width, height)
        self.move(width - 1, height - 1)

    def fill_screen_with_dialog(self):
        """As the shell of a phone does."""
        width, height = self.pointer.size
        dialog = next(node['id'] for node in self.nodes() if node['type'] == 'floating_con')
        self.command(f'[con_id={dialog}] resize set {width} {height}')
        self.command(f'[con_id={dialog}] move position 0 0')

    def move_other_program(self, x, y):
        self.command(f'[title="Other Program"] move position {x} {y}')

    def place_other_program(self):
        wait_for(lambda: 'Other Program' in self.windows(), 'the other program')

    def key(self, combination):
        self.keyboard.key(combination)

    def type(self, text):
        self.call('wtype', '-d', '30', text)

    def move(self, x, y):
        self.pointer.move(x, y)

    def press(self, button='left'):
        self.pointer.button(True, button)

    def release(self, button='left'):
        self.pointer.button(False, button)

    def holding(self, key):
        return self.keyboard.holding(key)

    def read_clipboard(self, kind='text/plain;charset=utf-8', primary=False):
        which = ['--primary'] if primary else []
        return self.ask('wl-paste', '--no-newline', '--type', kind, *which)

    def offered_types(self):
        return self.call('wl-paste', '--list-types').decode().split()

    def take_clipboard(self, content, kind='text/plain'):
        # wl-copy stays behind to serve what it took; what it prints would keep a pipe open.
        subprocess.run(['wl-copy', '--type', kind], input=content, check=True, timeout=10,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def grab(self):
        """All of the screen, as a PPM."""
        return self.call('grim', '-t', 'ppm', '-')

    def screenshot(self, name):
        self.call('grim', SCREENSHOTS / f'{name}-wayland.png')
