# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""One window in which one log after another is opened, searched, copied and closed: it grows no further, complains of
nothing, and leaves nothing behind. CULPRIT_LONG_RUN says how many logs, 20 where it is not set; memory is compared from
100 on, and only where the program has no sanitizer, which keeps what was freed."""

import os
import pathlib
import time

from gi.repository import GLib

from program import PATH, Program
from session import FOLDER, run_cases, wait_for
from tap import case

N_LOGS = int(os.environ.get('CULPRIT_LONG_RUN', '20'))
N_STEPS = 10
# What an allocator's pages may grow by while they are filled and left by logs of all sizes.
MOST_GROWTH = 6 << 20
WORDS = ('error', 'fail', 'test', 'e')


def list_logs():
    logs = sorted(path for path in (FOLDER / 'logs').rglob('*') if path.suffix in ('.log', '.txt', '.raw', '.xz'))
    assert len(logs) > 20, logs
    # Of all kinds, however few they are.
    chosen = logs[::max(len(logs) // N_LOGS, 1)]
    return [chosen[index % len(chosen)] for index in range(N_LOGS)]


def private_bytes(process):
    lines = pathlib.Path(f'/proc/{process.pid}/smaps_rollup').read_text().splitlines()
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith('Private_'))


def has_sanitizer():
    return b'libasan' in (FOLDER / 'culprit').read_bytes()


def open_log(program, log):
    uris = GLib.Variant('(asa{sv})', ([log.as_uri()], {}))
    program.call('org.freedesktop.Application', 'Open', uris, PATH)
    wait_for(lambda: not program.enabled('cancel') and program.enabled('close-tab'), f'{log} to be read')


def search(desktop, program, words):
    if not program.enabled('find'):
        return
    desktop.key('ctrl+f')
    desktop.type(words)
    for action in ('find-next', 'find-next', 'find-previous'):
        program.activate(action)
    desktop.key('Escape')


def copy(desktop, program, index):
    """The issue is looked at, where there is one."""
    action = next((each for each in ('copy-issue', 'copy-tail') if program.enabled(each)), None)
    if action == 'copy-issue' and index % 2 == 0:
        program.change('show-issue', GLib.Variant('b', True))
        program.activate('next-failure')
    if action is None:
        return
    program.activate(action)
    assert wait_for(desktop.read_clipboard, 'what was copied')


def use(desktop, program, index, log):
    open_log(program, log)
    search(desktop, program, WORDS[index % len(WORDS)])
    copy(desktop, program, index)
    program.activate('close-tab')


def check_growth(sizes):
    """It is less in the second half of the run than the bound."""
    middle, end = sizes[len(sizes) // 2], sizes[-1]
    print('# private MiB:', ' '.join(f'{size / (1 << 20):.1f}' for size in sizes))
    assert end - middle < MOST_GROWTH, f'{end - middle} bytes more from the middle on'


@case
def one_log_after_another(desktop):
    logs = list_logs()
    step = max(len(logs) // N_STEPS, 1)
    sizes = []
    began = time.monotonic()
    with Program(desktop, reopens=True) as program:
        for index, log in enumerate(logs):
            use(desktop, program, index, log)
            if (index + 1) % step == 0:
                time.sleep(0.5)
                sizes.append(private_bytes(program.process))
    print(f'# {len(logs)} logs in {time.monotonic() - began:.0f} s')
    if N_LOGS >= 100 and not has_sanitizer():
        check_growth(sizes)
    else:
        print('# private MiB:', ' '.join(f'{size / (1 << 20):.1f}' for size in sizes))


run_cases()
