# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What culprit-cli takes for wrong usage (exit status 2), and how it helps."""

import sys

from command import failing_log, run
from tap import case, main

COMMANDS = ('clean', 'tail', 'failures', 'excerpt', 'issue', 'comment', 'rerun', 'pr', 'profile', 'rules')


@case
def help_names_every_command():
    text = run('--help').expect(0).text
    for command in COMMANDS:
        assert f' {command} ' in text, command


@case
def every_command_has_help():
    for command in COMMANDS:
        text = run(command, '--help').expect(0).text
        assert f'culprit-cli {command}' in text, text
        assert '--profile' in text, text


@case
def version_is_one_line():
    text = run('--version').expect(0).text
    assert text.startswith('culprit') and text.count('\n') == 1, text


@case
def no_command():
    run().expect(2)


@case
def unknown_command():
    assert 'frobnicate' in run('frobnicate').expect(2).errors


@case
def unknown_option():
    for command in COMMANDS:
        assert '--frobnicate' in run(command, '--frobnicate').expect(2).errors, command


@case
def option_before_the_command():
    run('--frobnicate', 'clean').expect(2)


@case
def two_logs():
    log = failing_log()
    for command in COMMANDS:
        run(command, log, log).expect(2)


@case
def missing_values():
    for arguments in (('tail', '-n'), ('issue', '--job'), ('issue', '--commit'),
                      ('excerpt', '--max-lines'), ('failures', '--profile')):
        run(*arguments).expect(2)


@case
def bad_values():
    log = failing_log()
    for arguments in (('tail', '-n', 'many'), ('tail', '-n', '-3'), ('tail', '-n', '12x'),
                      ('tail', '-n', '99999999999999999999'),
                      ('excerpt', '--max-lines', 'few'), ('excerpt', '--max-lines', '-1')):
        run(*arguments, log).expect(2)


@case
def title_and_body_at_once():
    log = failing_log()
    for pair in (('--title', '--body'), ('--title', '--json'), ('--body', '--json')):
        run('issue', *pair, log).expect(2)


@case
def dashes_end_the_options():
    run('clean', '--', failing_log()).expect(0)
    assert '--help' in run('clean', '--', '--help').expect(1).errors


sys.exit(main())
