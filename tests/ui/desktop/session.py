# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A desktop session of its own: home, run-time folder, session bus, and the programs started in it."""

import os
import pathlib
import subprocess
import sys
import time

from gi.repository import GLib

from tap import main

FOLDER = pathlib.Path(os.environ['CULPRIT_TEST_FOLDER'])
SCREENSHOTS = FOLDER / 'screenshots'


def wait_for(condition, what, seconds=60):
    """Asks until the condition holds, and returns what it gave. What is looked at may go meanwhile, which the
    accessibility bus tells as an error: then it is asked again, more and more rarely, since it keeps the program busy, and
    as long is waited as the answer took."""
    end = time.monotonic() + seconds
    pause = 0.05
    while True:
        asked = time.monotonic()
        try:
            found = condition()
        except GLib.Error:
            found = None
        if found:
            return found
        answered = time.monotonic()
        if answered > end:
            raise AssertionError(f'waited {seconds} s for {what}')
        time.sleep(max(pause, answered - asked))
        pause = min(pause * 1.5, 0.4)


class Session:
    def __init__(self):
        self.programs = []
        self.home = FOLDER / 'home'
        self.runtime = FOLDER / 'run'
        for folder in (self.home, self.runtime, SCREENSHOTS):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.environ.update({
            'HOME': str(self.home),
            'XDG_RUNTIME_DIR': str(self.runtime),
            'LC_ALL': 'C.UTF-8',
            'GSK_RENDERER': 'cairo',
            'GSETTINGS_BACKEND': 'memory',
            'GIO_USE_VFS': 'local',
        })

    def __enter__(self):
        self.start_bus()
        self.start_display()
        return self

    def __exit__(self, *error):
        for program in reversed(self.programs):
            self.stop(program)

    def spawn(self, *command, **settings):
        settings.setdefault('stdin', subprocess.DEVNULL)
        settings.setdefault('stdout', subprocess.DEVNULL)
        program = subprocess.Popen([str(each) for each in command], **settings)
        self.programs.append(program)
        return program

    def stop(self, program):
        if program.poll() is None:
            program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()

    def start_bus(self):
        bus = self.spawn('dbus-daemon', '--session', '--nofork', '--print-address=1',
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()

    @staticmethod
    def call(*command, **settings):
        """Runs a tool of the desktop to its end, and returns what it printed."""
        settings.setdefault('timeout', 20)
        return subprocess.run([str(each) for each in command], check=True,
                              stdout=subprocess.PIPE, **settings).stdout

    @staticmethod
    def ask(*command):
        """The same for a tool that fails when there is nothing."""
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
                              timeout=60).stdout

    def pull(self, start, end, presses=1):
        """Presses at the one point, and moves to the other in small steps as a hand does."""
        steps = 24
        self.move(*start)
        for _ in range(presses - 1):
            self.press()
            self.release()
        self.press()
        for step in range(1, steps + 1):
            self.move(*(round(a + (b - a) * step / steps) for a, b in zip(start, end)))
            time.sleep(0.03)

    def drag(self, start, end, presses=1):
        """The same, and releases."""
        self.pull(start, end, presses)
        time.sleep(0.3)
        self.release()

    def click(self, x, y, presses=1, button='left'):
        self.move(x, y)
        time.sleep(0.1)
        for _ in range(presses):
            self.press(button)
            self.release(button)

    def keep_screenshot(self, name):
        """Once all that moves has come to rest."""
        time.sleep(1)
        self.screenshot(name)
        picture = SCREENSHOTS / f'{name}-{self.name}.png'
        assert picture.stat().st_size > 8000, picture


def run_cases():
    """Those of the test, in a session of their own; the program ends as they did."""
    with start() as session:
        status = main(session)
    sys.exit(status)


def start():
    """The session of the desktop that this test runs on."""
    if os.environ['CULPRIT_DESKTOP'] == 'wayland':
        from wayland import Wayland
        return Wayland()
    from x11 import X11
    return X11()
