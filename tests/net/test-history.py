# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""culprit-cli history: since when, whose doing, and what it takes to find out."""

import json
import sys

import faults
import steps
import tap
from scenario import Scenario
from service import Service
from tap import case, same
from walk import Home

TEST = steps.HANDLE_IS_CLOSED.name
MOST_WITH_TOKEN, MOST_WITHOUT = 12, 20


def ask(home, *arguments):
    return home.json('history', '--profile', 'quill', *arguments)


def both(function):
    """Calls it without a token and with one."""
    for tokens in (False, True):
        with Service(Scenario()) as service:
            function(Home(service, tokens=tokens), MOST_WITH_TOKEN if tokens else MOST_WITHOUT)


@case
def finds_the_build_that_broke_it():
    def check(home, most):
        history = ask(home, '--job', 'Binding Tests', '--test', TEST)
        print(f'# {len(home.asked)} requests, {history["runs"]} runs')
        assert len(home.asked) <= most, len(home.asked)
        same(history['first_bad']['build'], 1150)
        same(history['last_good']['build'], 1147)
        same((history['verdict'], history['flaky']), ('broken-on-main', False))
        scenario = home.service.scenario
        same(history['first_bad']['commit'], scenario.build(1150).commit)
        assert '/compare/' in history['compare_url'], history['compare_url']
        ask(home, '--job', 'Binding Tests', '--test', TEST)
        print(f'# again: {len(home.asked)} requests, {sorted({each.status for each in home.asked})}')
        assert all(each.status == 304 for each in home.asked)

    both(check)


@case
def names_the_pull_request_that_touches_it():
    def check(home, most):
        history = ask(home, home.job_url(1160, 'Binding Tests'))
        suspects = {each['pull']: each['why'] for each in history['suspects']}
        scenario = home.service.scenario
        source, test = steps.HANDLE_IS_CLOSED.source, steps.HANDLE_IS_CLOSED.file
        changed = {number for number, pull in scenario.pulls.items()
                   for name, _ in pull.files if name in (source, f'tests/{test}') and 248 <= number <= 250}
        assert changed <= set(suspects), (changed, suspects)
        assert all(suspects.values()), suspects
        assert f'#{max(changed)}' in history['text'] or str(max(changed)) in history['text'], history['text']

    both(check)


@case
def tells_a_flake_from_a_break():
    def check(home, most):
        history = ask(home, '--job', 'Page Layout (2 GPUs)')
        assert len(home.asked) <= most
        same((history['verdict'], history['flaky'], history['suspects']), ('flaky-on-main', True, []))
        assert 0 < history['failed'] < history['runs']

    both(check)


@case
def is_good_where_another_test_failed():
    def check(home, most):
        history = ask(home, '--job', 'Store Tests', '--test', steps.STORE_WRITES.name)
        assert history['last_good']['build'] < 1170 <= history['first_bad']['build'], history
        same(history['verdict'], 'broken-on-main')
        history = ask(home, '--job', 'Store Tests', '--test', steps.STORE_WRITES.name, '--exact')
        same((history['first_bad']['build'], history['verdict']), (1170, 'broken-on-main'))
        history = ask(home, '--job', 'Store Tests', '--test', steps.STORE_READS.name)
        same(history['verdict'], 'passes-on-main')

    both(check)


def hidden(since):
    """STORE_WRITES fails since then, in a job that always fails."""
    outcome = steps.hides(since, steps.STORE_WRITES, steps.STORE_READS)
    tests = (steps.STORE_READS, steps.STORE_WRITES)
    return Scenario(steps=[steps.Step('Store Tests', 'pytest -v store', outcome, tests)])


def ask_for_writes(home, *arguments):
    return ask(home, '--job', 'Store Tests', '--test', steps.STORE_WRITES.name, *arguments)


@case
def spans_where_a_test_hides_among_failures_of_others():
    for since in (1050, 1150, 1195):
        for tokens, most in ((False, MOST_WITHOUT), (True, MOST_WITH_TOKEN)):
            with Service(hidden(since)) as service:
                home = Home(service, tokens=tokens)
                history = ask_for_writes(home)
                good, bad = history['last_good']['build'], history['first_bad']['build']
                print(f'# {since}: {len(home.asked)} requests, {good} to {bad}')
                assert len(home.asked) <= most, len(home.asked)
                assert good < since <= bad, (good, since, bad)
                same(history['verdict'], 'broken-on-main')
                assert history['between'] <= bad - good - 1
                again = ask_for_writes(home)
                assert all(each.status == 304 for each in home.asked), home.asked
                same(again['first_bad'], history['first_bad'])


@case
def finds_it_there_whatever_it_takes():
    for tokens in (False, True):
        with Service(hidden(1150)) as service:
            home = Home(service, tokens=tokens)
            history = ask_for_writes(home, '--exact')
            print(f'# {len(home.asked)} requests')
            same((history['last_good']['build'], history['first_bad']['build']), (1147, 1150))
            same((history['between'], history['verdict'], history['flaky']), (0, 'broken-on-main', False))


@case
def tells_that_a_test_passes_where_its_job_always_fails():
    for tokens, most in ((False, MOST_WITHOUT), (True, MOST_WITH_TOKEN)):
        with Service(hidden(9999)) as service:
            home = Home(service, tokens=tokens)
            same(ask_for_writes(home)['verdict'], 'passes-on-main')
            assert len(home.asked) <= most, len(home.asked)


@case
def says_what_it_did_not_look_at():
    with Service(hidden(1050)) as service:
        home = Home(service)
        arguments = ['--profile', 'quill', '--job', 'Store Tests', '--test', steps.STORE_WRITES.name]
        result = home.run('history', *arguments)
        assert ' or before\n' in result.text and 'not looked at' in result.text, result.text
        assert 'not looked at' in result.errors and '--exact' in result.errors, result.errors


@case
def counts_the_last_attempt():
    def check(home, most):
        same(ask(home, '--job', 'Download Cache')['verdict'], 'passes-on-main')

    both(check)


@case
def says_that_it_always_failed():
    def check(home, most):
        history = ask(home, '--job', 'Nightly Kernels')
        same((history['verdict'], 'last_good' in history, history['failed']), ('broken-on-main', False, history['runs']))

    both(check)


@case
def judges_a_pull_request_at_its_merge_base():
    def check(home, most):
        verdicts = {
            (7701, 'Binding Tests'): 'broken-on-main',      # broken there before it began
            (7800, 'Binding Tests'): 'passes-on-main',      # broken on main only later
            (7701, 'Nightly Kernels'): 'broken-on-main',
        }
        for place, verdict in verdicts.items():
            same((place, ask(home, home.job_url(*place))['verdict']), (place, verdict))

    with Service(Scenario()) as service:
        check(Home(service, tokens=True), 0)


@case
def never_blames_main_for_a_test_of_its_own():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        history = ask(home, home.job_url(7701, 'Client Examples'), '--test', steps.IS_FASTER.name)
        assert history['verdict'] in ('passes-on-main', 'unknown'), history


@case
def knows_no_such_job():
    def check(home, most):
        history = ask(home, '--job', 'No Such Tests')
        same((history['verdict'], history['runs']), ('unknown', 0))

    both(check)


@case
def goes_without_a_token_that_may_not_see_it():
    with Service(Scenario()) as service:
        home = Home(service)
        home.environment['BUILDKITE_API_TOKEN'] = 'buildkite-token-of-elsewhere'
        same(ask(home, '--job', 'Binding Tests')['first_bad']['build'], 1150)


@case
def tells_what_is_known_when_it_is_cut_short():
    with Service(Scenario()) as service:
        home = Home(service)
        service.fail(faults.status(502), path=r'.*/compare/.*')
        result = home.run('history', '--profile', 'quill', '--job', 'Binding Tests')
        same(result.status, 0)
        assert '1150' in result.text and result.errors.strip(), result.errors


@case
def reads_the_end_of_a_long_log():
    with Service(Scenario(noise=150000)) as service:
        home = Home(service, tokens=True)
        history = ask(home, '--job', 'Binding Tests', '--test', TEST)
        same((history['first_bad']['build'], history['verdict']), (1150, 'broken-on-main'))
        ranges = [each.headers.get('range') for each in home.asked if each.path.endswith('/log')]
        assert ranges and ranges[-1] == f'bytes=-{8 << 20}', ranges


@case
def names_nobody_between_commits_that_are_not_known():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        service.scenario.build(1150).commit = 'HEAD'
        result = home.run('history', '--profile', 'quill', '--job', 'Binding Tests', '--test', TEST, '--json')
        history = json.loads(result.expect(0).text)
        same((history['first_bad']['build'], history['first_bad']['commit'], history['suspects']), (1150, '', []))
        assert not any('HEAD' in each.path for each in home.asked), home.asked


@case
def wants_a_job():
    with Service(Scenario()) as service:
        Home(service).run('history', '--profile', 'quill').expect(2)


if __name__ == '__main__':
    sys.exit(tap.main())
