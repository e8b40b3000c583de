# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The JSON that other programs read: failures --json and issue --json."""

import json
import sys
import urllib.parse

from command import LINES, failing_log, passed_log, run
from tap import case, main, same

WRITES = 'tests/test_store.py::test_writes'
CLOSES = 'tests/test_store.py::test_closes[a b-None]'

LOG_MEMBERS = {'name': str, 'lines': int, 'ci': str, 'job': str, 'commit': str, 'repository': str,
               'build_url': str, 'runners': list, 'unnamed': int, 'sections': list}
FAILURE_MEMBERS = {'test': str, 'runner': str, 'kind': str, 'exception': str, 'message': str,
                   'line': int, 'first_line': int, 'last_line': int, 'flaky': bool}
ISSUE_MEMBERS = {'title': str, 'body': str, 'labels': list, 'fields': list, 'form_url': str,
                 'characters': int, 'masked': int, 'personal': int}
KINDS = ('failed', 'error', 'crash', 'timeout', 'compile', 'lint', 'infra', 'exit')


def has_members(found, members):
    for name, kind in members.items():
        assert isinstance(found.get(name), kind), (name, found.get(name))


def failures(log):
    return json.loads(run('failures', '--json', log).expect(0).text)


def issue(log, *arguments):
    return json.loads(run('issue', '--json', *arguments, log).expect(0).text)


@case
def shape_of_the_log():
    log = failures(failing_log())['log']
    has_members(log, LOG_MEMBERS)
    same((log['name'], log['lines'], log['ci'], log['runners']),
         ('ci_build_12_store-tests.log', len(LINES), 'buildkite', ['pytest']))


@case
def shape_of_a_section():
    sections = failures(failing_log())['log']['sections']
    same([(section['name'], section['first_line'], section['last_line']) for section in sections],
         [('Running commands', 1, len(LINES))])


@case
def shape_of_a_failure():
    found = failures(failing_log())['failures']
    for failure in found:
        has_members(failure, FAILURE_MEMBERS)
        assert failure['kind'] in KINDS, failure
        assert 'cause' not in failure, failure
        assert failure['first_line'] <= failure['last_line'], failure
    same([(failure['test'], failure['runner'], failure['kind'], failure['exception'])
          for failure in found],
         [(WRITES, 'pytest', 'failed', 'AssertionError'), (CLOSES, 'pytest', 'failed', 'OSError')])


@case
def lines_are_those_of_clean():
    for failure, title in zip(failures(failing_log())['failures'], ('test_writes', 'test_closes')):
        part = LINES[failure['first_line'] - 1:failure['last_line']]
        assert title in LINES[failure['line'] - 1], failure
        assert any(line.startswith('E   ') for line in part), part


@case
def log_that_passed():
    found = failures(passed_log())
    has_members(found['log'], LOG_MEMBERS)
    same(found['failures'], [])


@case
def shape_of_the_issue():
    log = failing_log()
    found = issue(log, '--profile', 'vllm')
    has_members(found, ISSUE_MEMBERS)
    same(found['labels'], ['ci-failure'])
    same(found['title'] + '\n', run('issue', '--title', '--profile', 'vllm', log).expect(0).text)
    body = run('issue', '--body', '--profile', 'vllm', log).expect(0).text
    same(found['body'].rstrip('\n'), body.rstrip('\n'))
    same(found['characters'], len(found['body']))
    for field in found['fields']:
        has_members(field, {'label': str, 'value': str})
        assert field['label'] in found['body'], field


@case
def form_address_holds_template_and_title():
    found = issue(failing_log(), '--profile', 'vllm')
    address = urllib.parse.urlsplit(found['form_url'])
    query = urllib.parse.parse_qs(address.query, strict_parsing=True)
    same((address.scheme, address.netloc, address.path),
         ('https', 'github.com', '/vllm-project/vllm/issues/new'))
    same((query['template'], query['title']), (['450-ci-failure.yml'], [found['title']]))


sys.exit(main())
