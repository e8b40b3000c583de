# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Measures Culprit beside other programs on logs that it makes itself.

Every program runs on one core, the logs are in the page cache, what is printed goes to /dev/null. A
window is shown on Xvfb and drawn by software.

The programs of a table run in turns, and the table shows medians: the time by the clock, and that
of the processor, which other work on the machine changes less; MB/s and ratios come from the
latter. The locale is C, but for fixtures C.UTF-8, as col has to know what a character is. Real logs
and fixtures come from the folder CULPRIT_CORPUS, where it is set.
"""

import argparse
import os
import pathlib
import shutil
import signal
import sys
import tempfile

import failures
import first_lines
import finding
import fixtures
import machine
import page
import rule_costs
import scrolling
import sizes
import throughput
import tools
import windows
from measure import Cores, Failed, Runner
from workspace import Workspace

QUESTIONS = {
    'throughput': (throughput.answer, 'clean against sed, ansi2txt, ansifilter, col -b and cat'),
    'sizes': (sizes.answer, 'time and private memory against the size of the log'),
    'first-lines': (first_lines.answer, 'time to the first 100 lines'),
    'fixtures': (fixtures.answer, 'fixtures that each program gets right'),
    'failures': (failures.answer, 'failures against clean and rg'),
    'rule-costs': (rule_costs.answer, 'what each file of rules costs'),
    'find': (finding.answer, 'find in a log against rg'),
    'scrolling': (scrolling.answer, 'a frame of the window while it scrolls, against GtkTextView'),
    'window-start': (windows.answer_start, 'start of the window against the smallest of libadwaita'),
    'first-rows': (windows.answer_first_rows, 'time from the window to a log\'s first rows'),
    'window-memory': (windows.answer_memory, 'private memory while a log is open in the window'),
}
ROOT = pathlib.Path(__file__).resolve().parents[2]
GIB = 1 << 30
NEEDED = {False: 9 * GIB, True: 3 * GIB}   # the largest log, and clean text that is put aside


def arguments():
    listed = '\n'.join(f'  {name:14}{what}' for name, (_, what) in QUESTIONS.items())
    parser = argparse.ArgumentParser(prog='tests/bench/run', description=__doc__,
                                     epilog=f'questions:\n{listed}',
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--quick', action='store_true',
                        help='smaller logs and fewer runs; leaves out 4 GB')
    parser.add_argument('--page', action='store_true', help='puts table and picture into README.md')
    parser.add_argument('--build', required=True, help=argparse.SUPPRESS)
    parser.add_argument('names', nargs='*', metavar='NAME', help='questions; all where none is named')
    chosen = parser.parse_args()
    for name in chosen.names:
        if name not in QUESTIONS:
            parser.error(f'there is no question {name}, but {" ".join(QUESTIONS)}')
    return chosen


def environment(build, folder):
    """The caller's, without what could change what the programs do."""
    return {**os.environ, 'LC_ALL': 'C', 'GSETTINGS_BACKEND': 'memory', 'GIO_USE_VFS': 'local',
            'GSETTINGS_SCHEMA_DIR': os.path.join(build, 'data'), 'XDG_CONFIG_HOME': folder,
            'XDG_CACHE_HOME': folder, 'XDG_STATE_HOME': folder}


def folder_for_logs(quick):
    """Not the shell's default, /tmp, which is memory on some systems."""
    parent = os.environ.get('TMPDIR') or '/var/tmp'
    free = shutil.disk_usage(parent).free
    if free < NEEDED[quick]:
        sys.exit(f'bench: {parent} has {free / GIB:.1f} GB free, and the logs need '
                 f'{NEEDED[quick] / GIB:.0f}; set TMPDIR to a folder with more, or take --quick')
    return tempfile.TemporaryDirectory(prefix='culprit-bench-', dir=parent)


def main():
    chosen = arguments()
    load = os.getloadavg()[0]
    cores = Cores.choose()

    print(f'{machine.describe(cores)}\n\nCompared with {", ".join(tools.versions())}.')
    for warning in machine.warnings(load, NEEDED[chosen.quick]):
        print(f'\nWarning: {warning}.')

    with folder_for_logs(chosen.quick) as folder:
        runner = Runner(cores, environment(chosen.build, folder))
        workspace = Workspace(folder, chosen.build, runner, chosen.quick)
        for name in chosen.names or QUESTIONS:
            answer, _ = QUESTIONS[name]
            print(f'\n{answer(workspace)}', flush=True)
        if workspace.comparisons:
            print(f'\n## In short\n\n{page.table_of(workspace.comparisons)}')
        if chosen.page:
            page.write(ROOT, workspace.comparisons, machine.in_short(), ', '.join(tools.versions()))


if __name__ == '__main__':
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        main()
    except Failed as error:
        sys.exit(f'bench: {error}')
    except KeyboardInterrupt:
        sys.exit('bench: stopped')
