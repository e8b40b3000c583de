# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""culprit-cli known: which issues report what failed, and what it takes to find out."""

import sys

import faults
import tap
from scenario import Scenario
from service import Service
from tap import case, same
from walk import Home

BROKEN = (1150, 'Binding Tests')
MOST_REQUESTS = 4


def numbers(known):
    return [[each['number'] for each in failure['issues']] for failure in known['failures']]


@case
def tells_the_issue_first_that_names_the_test():
    with Service(Scenario()) as service:
        home = Home(service)
        known = home.json('known', home.job_url(*BROKEN))
        issue = known['failures'][0]['issues'][0]
        same(issue['number'], 500)
        same((issue['state'], issue['listed'], issue['match']), ('open', True, 'test'))
        assert 0.9 <= issue['score'] <= 1, issue
        assert issue['url'].endswith('/quill/quill/issues/500'), issue['url']
        kinds = [each['match'] for each in known['failures'][0]['issues']]
        same(kinds, sorted(kinds, key=['test', 'file', 'message'].index))


@case
def sends_nothing_of_the_log():
    with Service(Scenario()) as service:
        home = Home(service)
        home.run('fetch', home.job_url(*BROKEN), '-o', home.folder.name + '/job.log')
        home.run('known', home.folder.name + '/job.log', '--profile', 'quill')
        same({each.service for each in home.asked}, {'github-api'})
        same({each.body for each in home.asked}, {b''})
        for each in home.asked:
            assert 'handle' not in each.target and 'binding' not in each.target.lower(), each.target


@case
def needs_few_requests_and_then_none():
    with Service(Scenario()) as service:
        home = Home(service)
        log = home.folder.name + '/job.log'
        home.run('fetch', home.job_url(*BROKEN), '-o', log)
        first = home.run('known', '--profile', 'quill', log)
        print(f'# known: {len(home.asked)} requests')
        assert 0 < len(home.asked) <= MOST_REQUESTS, len(home.asked)
        again = home.run('known', '--profile', 'quill', log)
        same(again.text, first.text)
        assert all(each.status == 304 for each in home.asked), home.asked
        print(f'# known again: {len(home.asked)} requests')


@case
def says_what_is_not_reported():
    with Service(Scenario()) as service:
        home = Home(service)
        result = home.run('known', home.job_url(7701, 'Client Examples'))
        same(result.status, 0)
        assert 'not reported' in result.text, result.text


@case
def asks_nobody_where_nothing_failed():
    with Service(Scenario()) as service:
        home = Home(service)
        same(home.json('known', '--profile', 'quill', '-', stdin=b'collected 1 item\n1 passed in 0.1s\n'), {'failures': []})
        same(home.asked, [])


@case
def does_without_the_board():
    with Service(Scenario()) as service:
        home = Home(service)
        service.fail(faults.status(404), path='/orgs/.*')
        result = home.run('known', home.job_url(*BROKEN), '--json')
        same(result.status, 0)
        assert '"number" : 500' in result.text and '"listed" : true' not in result.text
        assert result.errors.count('\n') == 1 and 'board' in result.errors, result.errors


@case
def tells_why_it_cannot_look():
    with Service(Scenario()) as service:
        home = Home(service)
        url = home.job_url(*BROKEN)
        service.fail(faults.rate_limited(700), path='/repos/.*')
        result = home.run('known', '--profile', 'quill', url)
        result.expect(1)
        assert 'try again in 12 minutes' in result.errors, result.errors


@case
def needs_a_tracker():
    with Service(Scenario()) as service:
        home = Home(service)
        result = home.run('known', '--profile', 'generic', home.job_url(*BROKEN))
        result.expect(1)
        assert 'generic' in result.errors, result.errors


if __name__ == '__main__':
    sys.exit(tap.main())
