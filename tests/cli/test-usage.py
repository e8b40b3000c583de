# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What culprit-cli takes for wrong usage (exit status 2), and how it helps."""

import os
import subprocess
import sys

from command import PROGRAM, TIMEOUT, failing_log, run
from tap import case, main

COMMANDS = ('clean', 'tail', 'failures', 'excerpt', 'issue', 'comment', 'rerun', 'pr', 'fetch', 'known', 'history',
            'triage', 'submit', 'react', 'profile', 'rules')
LOG_COMMANDS = set(COMMANDS) - {'fetch', 'triage', 'react', 'profile', 'rules'}


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
        assert ('[FILE|URL|-]' in text) == (command in LOG_COMMANDS), text


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
def a_value_before_a_wrong_option():
    for arguments in (('fetch', '--job', 'x'), ('fetch', '--job', 'x', '--wrong'), ('history', '--job', 'x', '--wrong')):
        run(*arguments).expect(2)


@case
def bad_values():
    log = failing_log()
    for arguments in (('tail', '-n', 'many'), ('tail', '-n', '-3'), ('tail', '-n', '-1'),
                      ('tail', '-n', '+5'), ('tail', '-n', '12x'), ('tail', '-n', ''), ('tail', '-n5x'),
                      ('tail', '-n', '99999999999999999999'),
                      ('excerpt', '--max-lines', 'few'), ('excerpt', '--max-lines', '-1')):
        run(*arguments, log).expect(2)


@case
def number_of_lines_as_tail_takes_it():
    log = failing_log()
    expected = run('tail', '-n', '5', log).expect(0).text
    for spelling in (['-n5'], ['-5'], ['--lines=5'], ['-n', '3', '-n5']):
        assert run('tail', *spelling, log).expect(0).text == expected, spelling
    assert '-5' in run('tail', '--', '-5').expect(1).errors


@case
def empty_name():
    for command in COMMANDS[:7]:
        assert 'empty' in run(command, '').expect(2).errors, command


@case
def words_that_are_too_long():
    log = failing_log()
    for command in ('issue', 'comment'):
        for option in ('--job', '--commit'):
            assert option in run(command, option, 'x' * 100000, log).expect(2).errors


@case
def profile_that_is_not_there():
    log = failing_log()
    for command in COMMANDS[:7]:
        assert 'nobody' in run(command, '--profile', 'nobody', log).expect(1).errors, command


@case
def last_profile_counts():
    run('--profile', 'nobody', 'tail', '--profile', 'also-nobody', '--profile', 'vllm', failing_log()).expect(0)


@case
def words_without_a_locale():
    for locale in ('C', 'POSIX', 'xx_YY'):
        errors = run('frobnicate', env=os.environ | {'LC_ALL': locale}).expect(2).errors
        assert '“frobnicate”' in errors, (locale, errors)


@case
def help_on_a_full_disk():
    for arguments in (('--help',), ('--version',), ('tail', '--help')):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE,
                                  timeout=TIMEOUT, check=False)
        assert done.returncode == 1 and done.stderr.count(b'\n') == 1, (arguments, done)


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
