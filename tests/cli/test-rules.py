# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rule files of one's own: listed, checked, and used as far as they are good; and "pr"."""

import os
import pathlib
import sys
import tempfile

from command import failing_log, run, write
from tap import case, main, same

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS'])

GOOD = """
name: own
lines:
  - is: failure
    starts: ['LINT ']
    matches: '^LINT (?<test>[^:]+): (?<message>.+)$'
"""

BAD = """
lines:
  - { is: nonsense, has: 'long enough' }
  - { is: failure, starts: ['LINT '], matches: '^LINT (?<test>[^:]+): (?<message>.+)$' }
  - { is: failure, has: ') ', matches: '^(?<test>x)' }
"""


def settings(**files):
    """Environment of somebody who has these rule files."""
    folder = tempfile.mkdtemp(prefix='culprit-rules-')
    rules = pathlib.Path(folder) / 'culprit' / 'rules'
    rules.mkdir(parents=True)
    for name, text in files.items():
        (rules / f'{name}.yml').write_text(text)
    return {'env': dict(os.environ, XDG_CONFIG_HOME=folder)}


@case
def rules_are_listed():
    lines = run('rules', **settings(own=GOOD)).expect(0).text.splitlines()
    pytest = [line for line in lines if line.startswith('pytest ')]
    own = [line for line in lines if line.startswith('own ')]
    assert len(pytest) == 1 and pytest[0].endswith('built in'), lines
    assert len(own) == 1 and own[0].split()[1] == '1' and own[0].endswith('/rules/own.yml'), lines


@case
def columns_stand_under_each_other():
    """A Chinese character takes two columns and three bytes."""
    lines = run('rules', **settings(规则=GOOD)).expect(0).text.splitlines()
    own, = [line for line in lines if line.startswith('规则 ')]
    pytest, = [line for line in lines if line.startswith('pytest ')]
    same(own.index('/') + len('规则'), pytest.index('built in'))


@case
def good_rules_pass():
    same(run('rules', '--check', write('own.yml', GOOD)).expect(0).text, '')
    same(run('rules', '--check', **settings(own=GOOD)).expect(0).text, '')
    same(run('rules', '--check', **settings()).expect(0).text, '')


@case
def shipped_rules_pass():
    shipped = sorted((LOGS.parents[1] / 'data' / 'rules').glob('*.yml'))
    assert len(shipped) > 100, shipped
    same(run('rules', '--check', *shipped).expect(0).text, '')


def problems(*arguments, **options):
    """Lines on standard output, and their number on standard error."""
    result = run('rules', '--check', *arguments, **options)
    same(result.status, 1)
    lines = result.text.splitlines()
    same(result.errors.split()[-2], str(len(lines)))
    return lines


@case
def problems_name_file_and_line():
    for lines in (problems(write('bad.yml', BAD)), problems(**settings(bad=BAD))):
        same([line.split(': ')[0] for line in lines], ['bad.yml:3', 'bad.yml:5'])
    same(len(problems(write('a.yml', BAD), write('own.yml', GOOD), write('b.yml', BAD))), 4)


@case
def files_that_are_none():
    assert 'No such file' in problems('/nowhere.yml')[0]
    assert problems(write('broken.yml', 'a: [\n'))[0].startswith('broken.yml:2: ')
    assert problems(write('nul.yml', b'a\0b'))[0].startswith('nul.yml:1: ')
    problems('/')


@case
def a_broken_rule_costs_itself():
    log = write('lint.log', 'LINT a.c: too long\n')
    result = run('failures', log, **settings(bad=BAD))
    same(result.status, 0)
    same(result.text, '1: failed a.c - too long\n')
    assert 'bad.yml:3: ' in result.errors and result.errors.count('\n') == 1, result.errors


@case
def a_broken_ci_format_is_told_by_all_that_read_a_log():
    folder = tempfile.mkdtemp(prefix='culprit-ci-')
    path = pathlib.Path(folder) / 'culprit' / 'ci' / 'mine.yml'
    path.parent.mkdir(parents=True)
    path.write_text('name: mine\nnonsense: 5\n')
    log = write('plain.log', 'a\n')
    for command in ('clean', 'tail', 'failures'):
        errors = run(command, log, env=dict(os.environ, XDG_CONFIG_HOME=folder)).errors
        assert 'mine.yml:2: ' in errors and errors.count('\n') == 1, (command, errors)


@case
def a_slow_rule_costs_itself():
    slow = GOOD + "  - { is: failure, has: 'aaaa', matches: '^(?<test>(a+)+)$' }\n"
    log = write('slow.log', ('a' * 40 + 'b\n') * 50 + 'LINT a.c: too long\n')
    result = run('failures', log, **settings(own=slow))
    assert 'failed a.c - too long' in result.text, result.text
    assert 'own.yml:7: ' in result.errors, result.errors


@case
def files_go_with_check():
    run('rules', write('own.yml', GOOD)).expect(2)


@case
def pr_closes_the_issue():
    same(run('pr', '--issue', 12345, '--profile', 'vllm').expect(0).text,
         'Closes #12345\n\nLabel: ci-failure (gh pr edit --add-label ci-failure)\n')
    same(run('pr', '--issue', '#7', '--profile', 'generic').expect(0).text, 'Closes #7\n')
    assert run('pr', '--issue', 1, failing_log()).expect(0).text.startswith('Closes #1\n')


@case
def pr_needs_a_number():
    run('pr').expect(2)
    for number in ('0', '-1', 'x', '1x', '', '#', '99999999999999999999'):
        run('pr', '--issue', number).expect(2)


sys.exit(main())
