# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the window puts on the clipboard, read by other programs, and how long it stays there."""


from program import Program, run_tool
from samples import SAMPLE, elastic, large
from session import run_cases, wait_for
from tap import Skip, case, same


@case
def by_action(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        same(program.copy('copy-tail'), run_tool('tail', '--mask', SAMPLE))
        program.wait_for_toast('Copied last ')
        same(program.copy('copy-issue'), run_tool('issue', '--body', SAMPLE))
        program.wait_for_toast('Copied issue')
        program.wait_for_toast('Open Form')
        same(program.copy('copy-title') + b'\n', run_tool('issue', '--title', SAMPLE))
        program.wait_for_toast('Copied title')
        same(program.copy('copy-comment').rstrip(), run_tool('comment', SAMPLE).rstrip())
        program.wait_for_toast('Copied comment')
        same(program.copy('copy-rerun').rstrip(), run_tool('rerun', SAMPLE).rstrip())
        program.wait_for_toast('Copied rerun command')


@case
def by_key(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        for key, says in (('l', 'Copied last '), ('f', ' about '), ('c', 'Copied issue'),
                          ('h', 'Copied title'), ('m', 'Copied comment'),
                          ('r', 'Copied rerun command')):
            desktop.take_clipboard(b'before')
            desktop.key(f'ctrl+shift+{key}')
            program.wait_for_toast(says)
            assert desktop.read_clipboard() not in (b'', b'before'), key


@case
def failure(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+shift+f')
        program.wait_for_toast(' about ')
        found = desktop.read_clipboard().decode()
        excerpt = run_tool('excerpt', SAMPLE).decode().splitlines()
        lines = [line for line in found.splitlines() if not line.startswith('…')]
        assert lines and all(line in excerpt for line in lines), found


@case
def selection(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+shift+l')
        x, y, width, height = program.area(program.find('text', 'Log'))
        desktop.click(x + width // 2, y + height // 2)
        desktop.key('ctrl+a')
        wait_for(lambda: program.enabled('copy-selection'), 'a selection')
        desktop.key('ctrl+c')
        clean = run_tool('clean', '--mask', SAMPLE).decode()
        wait_for(lambda: desktop.read_clipboard().decode().rstrip('\n') == clean.rstrip('\n'),
                 'the selection on the clipboard')


@case
def offered_as_text(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+shift+l')
        program.wait_for_toast('Copied last ')
        types = desktop.offered_types()
        assert 'text/plain;charset=utf-8' in types and 'UTF8_STRING' in types, types


@case
def stays_after_the_window_is_closed(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+shift+l')
        program.wait_for_toast('Copied last ')
        desktop.key('ctrl+q')
        wait_for(lambda: not desktop.windows(), 'the window to close')
        for _ in range(2):
            same(desktop.read_clipboard(), run_tool('tail', '--mask', SAMPLE))
        assert program.alive()
        desktop.take_clipboard(b'of another program')
        wait_for(lambda: not program.alive(), 'the program to end')


@case
def ends_with_the_window_where_nothing_was_copied(desktop):
    desktop.take_clipboard(b'of another program')
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+q')
        wait_for(lambda: not program.alive(), 'the program to end')
        same(desktop.read_clipboard(), b'of another program')


@case
def sixty_megabytes(desktop):
    log = large('sixty.log', 60)
    with Program(desktop, log) as program:
        program.wait_until_loaded('copy-tail', 200)
        program.set_tail(10**9)
        desktop.key('ctrl+shift+l')
        program.wait_for_toast('Copied last ')
        found = desktop.read_clipboard()
        same(len(found), log.stat().st_size)
        same(found, log.read_bytes())
    log.unlink()


@case
def real_log(desktop):
    log = elastic()
    if log is None:
        raise Skip('CULPRIT_CORPUS names no folder with this log')
    with Program(desktop, log) as program:
        program.wait_until_loaded()
        desktop.key('ctrl+shift+l')
        program.wait_for_toast('Copied last 525 lines')
        same(desktop.read_clipboard(), run_tool('tail', log))
        same(program.copy('copy-issue'), run_tool('issue', '--body', log))
        same(program.copy('copy-title') + b'\n', run_tool('issue', '--title', log))


run_cases()
