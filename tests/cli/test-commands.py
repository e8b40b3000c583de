# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What each command of culprit-cli prints for a small log."""

import os
import pathlib
import pty
import re
import subprocess
import sys

from command import (LINES, PROGRAM, TIMEOUT, as_buildkite, as_text, failing_log, passed_log, run, write)
from tap import case, main, same

WRITES = 'tests/test_store.py::test_writes'
CLOSES = 'tests/test_store.py::test_closes[a b-None]'
COMMIT = 'f596e760c8ed0fbc53db45479c8d460f1a40fd06'

# Made of parts, so that no scanner takes it for a real one.
SECRET = 'ghp_' + 'A1b2C3d4E5' * 3 + 'f6G7h8'


@case
def clean_prints_what_a_person_saw():
    same(run('clean', failing_log()).expect(0).text, as_text(LINES))


@case
def clean_applies_the_terminal():
    raw = b'one\r\n 50%\r100%\x1b[K\r\nab\x08c\r\nlast'
    same(run('clean', stdin=raw).expect(0).text, 'one\n100%\nac\nlast\n')


@case
def clean_is_stable():
    once = run('clean', failing_log()).expect(0).bytes
    same(run('clean', stdin=once).expect(0).bytes, once)


@case
def tail_takes_a_number():
    log = failing_log()
    for count in (1, 3, len(LINES), len(LINES) + 1, 10**12):
        same(run('tail', '-n', count, log).expect(0).text, as_text(LINES[-count:]))
    same(run('tail', '-n', 0, log).expect(0).text, '')


@case
def tail_takes_its_number_from_the_profile():
    lines = [f'line {number}' for number in range(600)]
    log = write('600.log', as_buildkite(lines))
    same(run('tail', '--profile', 'vllm', log).expect(0).text, as_text(lines[-525:]))
    same(run('--profile', 'vllm', 'tail', log).expect(0).text, as_text(lines[-525:]))


@case
def a_key_is_known_by_its_start_before_the_tail():
    key = ['-----BEGIN RSA ' 'PRIVATE KEY-----'] + ['MIIEow' + 'aB3' * 19 + 'x'] * 6
    key.append('-----END RSA ' 'PRIVATE KEY-----')
    log = write('key.log', as_text(['one', *key, 'last']))
    expected = as_text(['[REDACTED:private-key]'] * 4 + ['last'])
    same(run('tail', '-n', 5, '--mask', log).expect(0).text, expected)


@case
def a_value_is_known_by_its_name_far_above_the_tail():
    value = 'zQ7xK9p' 'L2mN4vB8'
    log = write('named.log', as_text([f'export DB_PASSWORD={value}', *['a word'] * 300, f'with {value} now', 'last']))
    same(run('tail', '-n', 2, '--mask', log).expect(0).text, as_text(['with [REDACTED:secret] now', 'last']))


@case
def secrets_are_masked_where_it_leaves():
    log = write('secret.log', as_text(LINES).replace('already closed', f'token {SECRET}'))
    for command in ('clean', 'tail'):
        assert SECRET in run(command, log).expect(0).text, command
        assert SECRET not in run(command, '--mask', log).expect(0).text, command
    for command in ('excerpt', 'issue', 'comment'):
        text = run(command, log).expect(0).text
        assert SECRET not in text and '[REDACTED' in text, (command, text)


@case
def personal_details_are_masked_where_the_user_wants_it():
    log = write('personal.log', as_text(LINES).replace('already closed', 'no /home/alice/x.py'))
    folder = pathlib.Path(log).parent / 'config' / 'glib-2.0' / 'settings'
    folder.mkdir(parents=True)
    wanted = os.environ | {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': str(log.parent / 'config')}
    for value, is_masked in (('true', True), ('false', False)):
        (folder / 'keyfile').write_text(f'[io/github/culprit_log/Culprit]\nmask-personal={value}\n')
        for command in (['excerpt'], ['issue'], ['comment'], ['clean', '--mask'], ['tail', '--mask']):
            text = run(*command, log, env=wanted).expect(0).text
            assert ('alice' not in text) == is_masked, (command, text)
            assert ('/home/[REDACTED:home-folder]/x.py' in text) == is_masked, (command, text)
        assert 'alice' in run('tail', log, env=wanted).expect(0).text


@case
def broken_formats_of_secrets_are_told_where_it_leaves():
    log = failing_log()
    folder = pathlib.Path(log).parent / 'broken'
    (folder / 'culprit' / 'secrets').mkdir(parents=True)
    (folder / 'culprit' / 'secrets' / 'mine.yml').write_text('secrets:\n  - nonsense: 5\n')
    broken = os.environ | {'XDG_CONFIG_HOME': str(folder)}
    for command in (['clean', '--mask', log], ['tail', '--mask', log], ['excerpt', log], ['issue', log], ['comment', log],
                    ['rerun', log], ['pr', '--issue', 1, log]):
        result = run(*command, env=broken)
        same(result.status, 0)
        assert 'mine.yml:2: ' in result.errors and result.errors.count('mine.yml') == 1, (command, result.errors)
    for command in ('known', 'history', 'triage', 'submit', 'react'):
        assert 'mine.yml:2: ' in run(command, '--no-such-option', env=broken).errors, command
    for command in ('clean', 'tail', 'failures'):
        same(run(command, log, env=broken).errors, '')


@case
def personal_details_of_commands_are_told_at_a_terminal():
    log = write('own.log', as_text(LINES).replace('[a b-None]', '[/home/alice/x]'))
    ours, theirs = pty.openpty()
    subprocess.run([PROGRAM, 'rerun', log], stdout=subprocess.DEVNULL, stderr=theirs, timeout=TIMEOUT, check=True)
    os.write(theirs, b'the end\n')
    errors = b''
    while b'the end' not in errors:
        errors += os.read(ours, 4096)
    os.close(ours)
    os.close(theirs)
    assert b'personal detail' in errors and b'alice' in errors, errors


@case
def failures_name_both_tests_and_no_third():
    text = run('failures', failing_log()).expect(0).text
    assert WRITES in text and CLOSES in text and 'test_reads' not in text, text


@case
def failures_of_a_log_that_passed():
    same(run('failures', passed_log()).expect(0).text, '')


@case
def failures_name_a_cause():
    for end, cause in (("terminate called after throwing an instance of 'Full'\n  what():  no room\n",
                        '4: cause Full: no room'),
                       ('Memory access fault by GPU node-2\n', '3: cause Memory access fault by GPU node-2'),
                       ('(Worker pid=7) Fatal Python error: Aborted\n',
                        '3: cause Fatal Python error: Aborted (Worker pid=7)')):
        log = (f'=== test session starts ===\nt.py::test_a starts\n{end}FAILED\n=== short test summary info ===\n'
               'FAILED t.py::test_a - assert False\n=== 1 failed in 1.00s ===\n')
        found = run('failures', stdin=log.encode()).expect(0).text
        assert f'{cause}\n' in found, found


@case
def excerpt_explains_both():
    text = run('excerpt', failing_log()).expect(0).text
    for line in ('E       assert 1 == 2', 'E       OSError: already closed',
                 f'FAILED {WRITES} - assert 1 == 2'):
        assert line in text, text


@case
def excerpt_keeps_to_its_limit():
    lines = [f'captured {number}' for number in range(3000)]
    log = write('long-excerpt.log', as_text(LINES[:13] + lines + LINES[13:]))
    text = run('excerpt', '--max-lines', 20, log).expect(0).text
    assert 0 < text.count('\n') <= 20, text.count('\n')


@case
def issue_is_title_blank_line_and_body():
    log = failing_log()
    title = run('issue', '--title', log).expect(0).text
    body = run('issue', '--body', log).expect(0).text
    assert title.count('\n') == 1, title
    same(run('issue', log).expect(0).text, f'{title}\n{body}')


@case
def issue_of_the_vllm_form():
    body = run('issue', '--profile', 'vllm', '--body', failing_log()).expect(0).text
    headings = re.findall('^### (.*)$', body, re.MULTILINE)
    same(headings, ['Name of failing test', 'Basic information', '🧪 Describe the failing test',
                    '📝 History of failing test', 'CC List.'])
    assert f'`{WRITES}`' in body and f'FAILED {CLOSES} - OSError: already closed' in body, body
    assert body.count('<details>') == 1 and body.count('</details>') == 1, body
    assert 'Still failing on main' not in body, body


@case
def issue_takes_job_and_commit():
    log = write('plain.log', as_text(LINES))
    title = run('issue', '--title', log).expect(0).text
    assert title.startswith('[CI Failure]: ') and WRITES.split('::', maxsplit=1)[0] in title, title
    title = run('issue', '--title', '--job', 'Store Tests', log).expect(0).text
    assert title.startswith('[CI Failure]: Store Tests - '), title
    assert COMMIT[:9] in run('issue', '--body', '--commit', COMMIT, log).expect(0).text


@case
def issue_of_another_profile():
    body = run('issue', '--profile', 'generic', '--body', failing_log()).expect(0).text
    assert WRITES in body and '🧪' not in body, body


@case
def profile_that_is_not_there():
    assert 'nowhere' in run('issue', '--profile', 'nowhere', failing_log()).expect(1).errors


@case
def nothing_failed_is_nothing_to_report():
    for command in ('issue', 'comment', 'rerun'):
        run(command, passed_log()).expect(1)


@case
def comment_names_what_failed():
    text = run('comment', failing_log()).expect(0).text
    assert 'Another instance' in text and f'FAILED {WRITES} - assert 1 == 2' in text, text


@case
def rerun_names_the_failing_tests():
    once = run('rerun', failing_log()).expect(0).text
    assert 'test_writes' in once and 'test_reads' not in once, once
    loop = run('rerun', '--loop', failing_log()).expect(0).text
    assert 'test_writes' in loop and 'test_reads' not in loop, loop


@case
def output_ends_with_a_line_end():
    for arguments in (['clean'], ['tail'], ['tail', '-n', 1], ['failures'], ['failures', '--json'],
                      ['excerpt'], ['issue'], ['issue', '--title'], ['issue', '--body'],
                      ['issue', '--json'], ['comment'], ['rerun']):
        text = run(*arguments, failing_log()).expect(0).text
        assert text.endswith('\n'), arguments


sys.exit(main())
