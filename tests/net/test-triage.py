# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""culprit-cli triage: what fails on main now, and what it takes to find out."""

import csv
import datetime
import io
import itertools
import json
import sys
import time

import faults
import steps
import tap
from exchange import json_answer
from scenario import Scenario
from service import TOKENS, Service
from tap import case, same
from tracker import Issue, form
from walk import Home

TRIAGE = ['triage', '--profile', 'quill']
ALL_LOGS = ['--max-logs', '400']
ONE_LINE_EACH = 'culprit-cli: '

# Buildkite's API answers so many requests a minute, GitHub's so many an hour without a token.
BUILDKITE_LIMIT, GITHUB_LIMIT = 50, 60

HANDLES, PAGES, WRITES, CACHE, ROUNDS, SPELLS = (
    steps.HANDLE_IS_CLOSED.name,
    steps.PAGES_ARE_SHARED.name,
    steps.STORE_WRITES.name,
    steps.CACHE_IS_FILLED.name,
    steps.ROUNDS_TO_EVEN.name,
    steps.SPELLS.name,
)


def results_of(scenario, triage, test, last_only):
    """Of the builds of main since then, (runs, failed, the last build that failed)."""
    since = datetime.datetime.fromisoformat(triage['since'].replace('Z', '+00:00')).timestamp()
    runs, failed, last = 0, 0, None
    for build in scenario.builds:
        if build.branch != 'main' or build.created_at - 60 < since:
            continue
        for job in build.jobs:
            if test not in [each.name for each in job.step.tests] or job.state not in ('passed', 'failed'):
                continue
            if last_only and job.retried_in is not None:
                continue
            runs += 1
            if test in [each.name for each in job.failing_tests]:
                failed, last = failed + 1, build.number
    return runs, failed, last


def rows(triage):
    return {each['test']: each for each in triage['tests']}


def check_rows(scenario, triage, last_only):
    assert triage['tests'], triage
    for each in triage['tests']:
        found = each['runs'], each['failed'], each['last_failed']['build']
        same(found, results_of(scenario, triage, each['test'], last_only))
        same(round(each['reliability'], 6), round(1 - each['failed'] / each['runs'], 6))
        assert each['last_failed']['url'].endswith(
            f'/quill/ci/builds/{each["last_failed"]["build"]}#'
            + scenario.job_named(each['last_failed']['build'], each['jobs'][0]).id
        ), each
    order = [(each['reliability'], -each['failed']) for each in triage['tests']]
    same(order, sorted(order))


def in_one_hour(look):
    """LOOK twice; what is asked for is the same as long as the hour is."""
    while True:
        hour = time.time() // 3600
        found = look(), look()
        if time.time() // 3600 == hour:
            return found


@case
def tells_what_fails_without_a_token():
    with Service(Scenario()) as service:
        home = Home(service)
        triage = home.json(*TRIAGE, *ALL_LOGS)
        same(list(rows(triage)), [WRITES, PAGES])
        check_rows(service.scenario, triage, last_only=True)
        same(rows(triage)[PAGES]['jobs'], ['Page Layout (2 GPUs)'])
        same((triage['branch'], triage['hidden']), ('main', 2))
        same([each.status for each in service.found('buildkite-api')], [])
        result = home.run(*TRIAGE, *ALL_LOGS)
        same(result.errors, '')
        assert result.text.startswith('2 tests fail on main, 2 are not reported'), result.text
        assert ' · 2 always failing hidden\n' in result.text, result.text


@case
def tells_what_fails_with_a_token():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        triage = home.json(*TRIAGE)
        same(list(rows(triage)), [WRITES, PAGES, CACHE])
        for test in (WRITES, PAGES, CACHE):
            runs, failed, _ = results_of(service.scenario, triage, test, last_only=False)
            same((rows(triage)[test]['runs'], rows(triage)[test]['failed']), (runs, failed))
        same(rows(triage)[CACHE]['jobs'], ['Download Cache'])
        same(rows(triage)[WRITES]['last_failed']['build'], 1198)
        same(triage['hidden'], 3)
        same(home.run(*TRIAGE).errors, '')


@case
def shows_what_always_fails_when_asked():
    with Service(Scenario()) as service:
        public = Home(service).json(*TRIAGE, *ALL_LOGS, '--all')
        same(set(list(rows(public))[:2]), {HANDLES, ROUNDS})
        same(public['hidden'], 0)
        check_rows(service.scenario, public, last_only=True)
        engine = Home(service, tokens=True).json(*TRIAGE, '--all')
        same(list(rows(engine))[0], ROUNDS)
        assert 'last_failed' not in rows(engine)[f'tests/{SPELLS}'] and HANDLES in rows(engine)


@case
def leaves_pull_requests_out():
    with Service(Scenario()) as service:
        for tokens in (False, True):
            triage = Home(service, tokens=tokens).json(*TRIAGE, *ALL_LOGS, '--all')
            for test in (steps.CLIENT_ASKS, steps.IS_FASTER):
                assert test.name not in str(triage), triage
            builds = [each['last_failed']['build'] for each in triage['tests'] if 'last_failed' in each]
            assert max(builds) <= service.scenario.last, builds


@case
def names_the_open_issues():
    scenario = Scenario()
    for number, name in ((900, PAGES), (901, PAGES.replace('fp8-4', 'fp16'))):
        scenario.issues.append(
            Issue(number, f'[CI Failure]: {name}', form(name, 'x'), 'maya', scenario.now - 99)
        )
    with Service(scenario) as service:
        for tokens in (False, True):
            home = Home(service, tokens=tokens)
            found = rows(home.json(*TRIAGE, *ALL_LOGS, '--all'))
            same(found[HANDLES]['issues'], [500])
            same(sorted(found[PAGES]['issues']), [900, 901])
            same((found[WRITES]['issues'], found[ROUNDS]['issues']), ([], []))
            assert 'Not reported' in home.run(*TRIAGE).text


@case
def estimates_from_the_newest_logs():
    with Service(Scenario()) as service:
        home = Home(service)
        result = home.run(*TRIAGE, '--max-logs', '12', '--json')
        same(result.status, 0)
        assert 'older logs were not downloaded' in result.errors, result.errors
        assert result.errors.count('\n') == 1, result.errors
        same(len(service.found('storage')), 12)
        # Twelve more with each look; what is there costs nothing.
        home.run(*TRIAGE, '--max-logs', '12')
        same(len([each for each in home.asked if each.service == 'storage']), 12)
        triage = home.json(*TRIAGE, '--max-logs', '12')
        same(list(rows(triage)), [WRITES, PAGES])
        check_rows(service.scenario, triage, last_only=True)


@case
def does_with_few_requests():
    with Service(Scenario()) as service:
        for tokens in (False, True):
            home = Home(service, tokens=tokens)
            asked = []

            def look():
                text = home.run(*TRIAGE, *ALL_LOGS).text
                asked.append(home.asked)
                return text

            first, second = in_one_hour(look)
            same(first, second)
            count = lambda name, requests: len([each for each in requests if each.service == name])
            for requests, when in zip(asked, ('first', 'second')):
                told = {name: count(name, requests) for name in service.urls}
                print(f'# {"with" if tokens else "without"} token, {when} look: {told}')
            assert 0 < count('github-api', asked[0]) <= GITHUB_LIMIT, len(asked[0])
            assert count('buildkite-api', asked[0]) <= BUILDKITE_LIMIT
            same([each.target for each in asked[-1] if each.status != 304], [])


@case
def goes_on_without_a_token_that_is_refused():
    asked = {
        'buildkite-token-of-elsewhere': 1,
        'no-such-token': 1,
        'buildkite-token-without-logs': BUILDKITE_LIMIT,
    }
    for token, most in asked.items():
        with Service(Scenario()) as service:
            home = Home(service)
            home.environment['BUILDKITE_API_TOKEN'] = token
            result = home.run(*TRIAGE, '--json')
            same(result.status, 0)
            told = result.errors.splitlines()
            assert len(told) == 2 and 'older logs were not' in told[0], told
            assert 'Test Engine could not be asked' in told[1], told
            assert token not in result.errors + result.text
            same(service.seen_by(token), {'buildkite-api'})
            assert WRITES in result.text and PAGES in result.text
            assert 0 < service.count('buildkite-api') <= most, service.count('buildkite-api')


@case
def stops_where_github_allows_no_more():
    with Service(Scenario()) as service:
        service.parts['github-api'].limits[None] = 20
        home = Home(service)
        result = home.run(*TRIAGE, '--json', *ALL_LOGS)
        same(result.status, 0)
        assert 'Only 18 of 40 commits were looked at: GitHub allows no more' in result.errors, result.errors
        assert PAGES in result.text and '"issues"' in result.text


@case
def asks_github_less_than_it_allows():
    def commits(result):
        assert result.status == 0 and '60 requests' in result.errors, result.errors
        return int(result.errors.partition('Only ')[2].split()[0])

    with Service(Scenario(extra_steps=100)) as service:
        # Two pages of statuses a commit.
        home = Home(service)
        first = commits(home.run(*TRIAGE))
        asked = len([each for each in home.asked if each.service == 'github-api'])
        print(f'# {first} commits in {asked} requests')
        assert 40 <= asked <= 50, asked
        service.parts['github-api'].used.clear()
        second = home.run(*TRIAGE)
        assert 'commits' not in second.errors, second.errors
    with Service(Scenario()) as service:
        home = Home(service)
        same(commits(home.run(*TRIAGE, '--days', '7')), 45)
        home.environment['GITHUB_TOKEN'] = TOKENS['GITHUB_TOKEN']
        assert 'commits' not in home.run(*TRIAGE, '--days', '7').errors


@case
def does_not_take_silence_for_success():
    # Jobs failed, for all that is known.
    with Service(Scenario(builds=20)) as service:
        service.fail(faults.status(404), service='buildkite', path='/download')
        Home(service).run(*TRIAGE).expect(1)
    # GitHub tells of commits, and nothing of their jobs.
    with Service(Scenario(builds=20)) as service:
        service.fail(faults.without('context'), path='/status')
        Home(service).run(*TRIAGE).expect(1)
    # Test Engine does as if it were not asked for its newer version.
    with Service(Scenario()) as service:
        service.fail(faults.without('executions_count_by_result', 'reliability'), path='/tests')
        result = Home(service, tokens=True).run(*TRIAGE)
        same(result.status, 0)
        assert 'runs are estimated' in result.errors and WRITES in result.text, result.errors


@case
def shows_the_rest_where_some_cannot_be_read():
    with Service(Scenario(builds=60)) as service:
        commit = service.scenario.commits[-4].sha
        service.fail(faults.broken_json(), path=f'/commits/{commit}/status')
        service.fail(faults.status(404), service='buildkite', path='/download', times=2)
        service.fail(faults.status(500), path='/issues')
        result = Home(service).run(*TRIAGE, '--json', *ALL_LOGS)
        same(result.status, 0)
        for line in result.errors.splitlines():
            assert line.startswith(ONE_LINE_EACH), result.errors
        for words in ('commits were looked at', '2 logs could not be read', 'reported could not be'):
            assert words in result.errors, result.errors
        assert PAGES in result.text, result.text


@case
def does_without_the_names_of_jobs():
    with Service(Scenario(builds=60)) as service:
        service.fail(faults.no_records(), path='/data/jobs')
        triage = Home(service).json(*TRIAGE, *ALL_LOGS)
        same(rows(triage)[PAGES]['jobs'], ['page-layout-2-gpus'])


def with_statuses(change):
    """Each status of a commit as CHANGE gives it, which gets its context and its address."""

    def effect(request, answer):
        shown = json.loads(answer.body)
        for each in shown['statuses']:
            each['context'], each['target_url'] = change(each['context'], each['target_url'])
        return json_answer(shown)

    return effect


@case
def finds_jobs_by_their_builds():
    with Service(Scenario()) as service:
        expected = Home(service).json(*TRIAGE, *ALL_LOGS)
    with Service(Scenario()) as service:
        service.fail(with_statuses(lambda context, url: (context, url.partition('#')[0])), path='/status')
        found = Home(service).json(*TRIAGE, *ALL_LOGS)
        same([each['failed'] for each in found['tests']], [each['failed'] for each in expected['tests']])
        same(rows(found)[PAGES]['jobs'], rows(expected)[PAGES]['jobs'])


@case
def leaves_other_pipelines_out():
    changes = (
        lambda context, url: (context.replace('buildkite/ci', 'buildkite/ci/pr'), url),
        lambda context, url: (context, url.replace('/quill/ci/', '/quill/nightly/')),
        lambda context, url: (context, url.replace('/quill/', '/else/')),
        lambda context, url: (context, 'https://ci.example' + url[len('http://127.0.0.1:') :]),
        lambda context, url: (context.replace('buildkite', 'jenkins'), url),
    )
    for change in changes:
        with Service(Scenario(builds=20)) as service:
            service.fail(with_statuses(change), path='/status')
            result = Home(service).run(*TRIAGE).expect(1)
            assert 'GitHub has no outcome' in result.errors, result.errors
            same(service.count('buildkite') + service.count('storage'), 0)


@case
def shows_tests_without_their_jobs():
    with Service(Scenario()) as service:
        service.fail(faults.status(404), service='buildkite-api', path='/pipelines/ci/builds')
        result = Home(service, tokens=True).run(*TRIAGE, '--json')
        same(result.status, 0)
        assert 'In which jobs' in result.errors and result.errors.count('\n') == 1, result.errors
        assert WRITES in result.text and '"last_failed"' not in result.text


@case
def tells_why_it_cannot_look():
    effects = [faults.status(404), faults.html(), faults.rate_limited(700), faults.deep_json(), faults.empty()]
    for effect in effects:
        with Service(Scenario(builds=20)) as service:
            service.fail(effect, service='github-api')
            Home(service).run(*TRIAGE).expect(1)
    with Service(Scenario(builds=20)) as service:
        service.refuse('github-api')
        Home(service).run(*TRIAGE).expect(1)
        Home(service).run('triage', '--profile', 'generic').expect(1)


@case
def survives_any_answer():
    junk = b'[null, 1, {}, [], {"jobs": [null, {}], "sha": "../..", "statuses": [1, {}]}]'
    of_another_shape = [
        faults.wrong_values(),
        faults.wrong_containers(),
        faults.content(junk),
        faults.without('id', 'number', 'context', 'sha'),
    ]
    no_json = [faults.garbage(), faults.deep_json(), faults.broken_json()]
    public, engine = ['/status', r'/data/jobs|\.json', '/issues', r'/commits\?'], ['/tests', r'/builds\?']
    tried = list(itertools.product(public + engine, of_another_shape))
    tried += itertools.product(['/status', '/tests'], no_json)
    for path, effect in tried:
        with Service(Scenario(builds=8)) as service:
            service.fail(effect, path=path)
            result = Home(service, tokens=path in engine).run(*TRIAGE, '--max-logs', '2')
            assert result.status in (0, 1), (path, result.status, result.errors)
            for line in result.errors.splitlines():
                assert line.startswith(ONE_LINE_EACH), result.errors


@case
def says_that_nothing_fails():
    passing = steps.Step('Serving Test', 'pytest -v serving', steps.passes(), (steps.SERVES,))
    with Service(Scenario(builds=20, special=False, steps=[passing])) as service:
        for tokens in (False, True):
            result = Home(service, tokens=tokens).run(*TRIAGE).expect(0)
            assert result.text.startswith('Nothing fails on main'), result.text
            same(Home(service, tokens=tokens).json(*TRIAGE)['tests'], [])


@case
def writes_tables():
    with Service(Scenario(builds=60)) as service:
        home = Home(service)
        table = list(csv.DictReader(io.StringIO(home.run(*TRIAGE, '--csv', *ALL_LOGS).text, newline='')))
        found = home.json(*TRIAGE, *ALL_LOGS)['tests']
        same([each['test'] for each in table], [each['test'] for each in found])
        same([int(each['failed']) for each in table], [each['failed'] for each in found])
        text = home.run(*TRIAGE, '--markdown', *ALL_LOGS).text
        assert f'| `{PAGES}` | `Page Layout (2 GPUs)` |' in text or f'| `{PAGES}` | Page Layout (2 GPUs) |' in text, text


@case
def refuses_what_makes_no_sense():
    with Service(Scenario(builds=20)) as service:
        home = Home(service)
        wrong = (['--days', '0'], ['--days', '15'], ['--max-logs', '0'], ['--json', '--csv'], ['x.log'], ['--days', 'x'])
        for arguments in wrong:
            home.run(*TRIAGE, *arguments).expect(2)
        same(service.requests, [])


if __name__ == '__main__':
    sys.exit(tap.main())
