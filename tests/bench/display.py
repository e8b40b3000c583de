# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A display of 1280x800 pixels without hardware, and a session's bus, for programs with a window."""

import contextlib
import os
import subprocess
import tempfile

from measure import Failed, Runner

SIZE = '1280x800'


def first_line_of(command, **others):
    """Starts a program that says on standard output when it is ready."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True, process_group=0, **others)
    return process, process.stdout.readline().strip()


@contextlib.contextmanager
def ending(process):
    try:
        yield
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@contextlib.contextmanager
def open_display(runner):
    """Gives a runner of programs that are shown there, drawn by software."""
    server, number = first_line_of(['Xvfb', '-displayfd', '1', '-noreset', '-screen', '0', f'{SIZE}x24'])
    with ending(server):
        bus, address = first_line_of(['dbus-daemon', '--session', '--nofork', '--print-address'], env=runner.environment)
        with ending(bus):
            if not number or not address:
                raise Failed('no display and bus: do Xvfb and dbus-daemon run?')
            yield Runner(runner.cores, {
                **runner.environment, 'DISPLAY': f':{number}', 'CULPRIT_BENCH_SERVER': str(server.pid),
                'DBUS_SESSION_BUS_ADDRESS': address,
                'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'no-portals:gl-disable', 'GDK_DISABLE': 'gl:vulkan', 'GTK_A11Y': 'none',
                'LC_ALL': 'C.UTF-8', 'WAYLAND_DISPLAY': ''})


@contextlib.contextmanager
def as_new(runner):
    """A runner whose programs find nothing that was kept of a run before."""
    with tempfile.TemporaryDirectory(prefix='culprit-bench-state-', dir=os.environ.get('TMPDIR') or '/var/tmp') as folder:
        yield Runner(runner.cores, {**runner.environment, 'XDG_STATE_HOME': folder, 'XDG_DATA_HOME': folder})
