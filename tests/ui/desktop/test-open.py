# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The ways in that need no pointer: argument, a second culprit, standard input, paste, the file dialog."""

import ctypes
import os
import pathlib

from program import Program, run_tool
from samples import SAMPLE, small
from session import FOLDER, run_cases, wait_for
from tap import case, same


@case
def nothing(desktop):
    with Program(desktop) as program:
        program.wait_to_show('Drop a Failed Log')
        for action in ('copy-tail', 'copy-issue', 'copy-failure', 'next-failure'):
            assert not program.enabled(action), action


@case
def argument(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        same(program.copy('copy-title') + b'\n', run_tool('issue', '--title', SAMPLE))


@case
def several_arguments(desktop):
    logs = [small(f'{name}.log') for name in ('one', 'two', 'three')]
    with Program(desktop, *logs) as program:
        program.wait_for_tabs('one.log', 'two.log', 'three.log')


@case
def second_culprit(desktop):
    first, second = small('first.log'), small('second.log')
    with Program(desktop, first) as program:
        program.wait_until_loaded()
        desktop.call(FOLDER / 'culprit', second.name, cwd=FOLDER)
        program.wait_for_tabs('first.log', 'second.log')


@case
def standard_input(desktop):
    with open(SAMPLE, 'rb') as log, Program(desktop, '-', stdin=log) as program:
        program.wait_until_loaded()
        same(program.copy('copy-tail'), run_tool('tail', '--mask', SAMPLE))


@case
def standard_input_of_a_second_culprit(desktop):
    with Program(desktop, small('first.log')) as program:
        program.wait_until_loaded()
        with open(small('second.log'), 'rb') as log:
            desktop.call(FOLDER / 'culprit', '-', stdin=log)
        wait_for(lambda: len(program.tabs()) == 2, 'a second tab')


@case
def pasted_text(desktop):
    with Program(desktop) as program:
        desktop.take_clipboard(SAMPLE.read_bytes())
        desktop.key('ctrl+v')
        program.wait_until_loaded()
        same(program.copy('copy-tail'), run_tool('tail', '--mask', SAMPLE))


@case
def pasted_file(desktop):
    with Program(desktop) as program:
        desktop.take_clipboard(f'{small("with blank.log").as_uri()}\r\n'.encode(), 'text/uri-list')
        desktop.key('ctrl+v')
        program.wait_until_loaded()
        program.wait_to_show('with blank.log')


@case
def nothing_to_paste(desktop):
    with Program(desktop) as program:
        desktop.take_clipboard(b'')
        desktop.key('ctrl+v')
        program.wait_for_toast('Nothing to paste')


def gtk_minor_version():
    return ctypes.CDLL('libgtk-4.so.1').gtk_get_minor_version()


def with_known_leaks():
    """The dialog's libraries leak, which is told from their stacks alone: its list of files loses a text that it sorts by, now
    and then, and in GTK 4.18 what GIO told of some files."""
    options, unwinding, own = os.environ['LSAN_OPTIONS'], 'fast_unwind_on_malloc=0', 'leak:g_strconcat\n'
    if gtk_minor_version() >= 10:
        # As deep as that leak: further down GIO stands in each stack.
        unwinding += ':malloc_context_size=12'
        own += 'leak:libgio-2.0\n'
    path = options.split('suppressions=')[-1]
    known = FOLDER / 'dialog.supp'
    known.write_text(pathlib.Path(path).read_text() + own)
    return {'ASAN_OPTIONS': unwinding, 'LSAN_OPTIONS': options.replace(path, str(known))}


@case
def file_dialog(desktop):
    log = small('chosen.log')
    with Program(desktop, environment=with_known_leaks() | {'G_DEBUG': 'fatal-criticals'}) as program:
        desktop.key('ctrl+o')
        wait_for(lambda: len(desktop.windows()) == 2, 'the file dialog')
        desktop.type(str(log))
        desktop.key('Return')
        program.wait_until_loaded()
        program.wait_to_show('chosen.log')


@case
def next_and_previous_failure(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        numbers = [wait_for(program.selected, 'a failure to be selected')]
        for key in ('F4', 'F4', 'shift+F4', 'shift+F4'):
            desktop.key(key)
            wait_for(lambda: program.selected() != numbers[-1], f'{key} to select another failure')
            numbers.append(program.selected())
        same(numbers, [numbers[0], numbers[1], numbers[2], numbers[1], numbers[0]])


@case
def tabs_are_closed_and_reopened(desktop):
    with Program(desktop, small('first.log'), small('second.log'), reopens=True) as program:
        program.wait_for_tabs('first.log', 'second.log')
        desktop.key('ctrl+w')
        wait_for(lambda: len(program.tabs()) < 2, 'one tab less')
        desktop.key('ctrl+shift+t')
        program.wait_for_tabs('first.log', 'second.log')


run_cases()
