#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The services of service.py themselves: shapes, pages, cookies, ranges, faults."""

import http.client
import io
import json
import sys
import time
import urllib.parse
import zipfile

import faults
import tap
from scenario import Scenario
from service import Service
from tap import case

ALICE = {'Authorization': 'Bearer github-token-of-alice'}
MAYA = {'Authorization': 'Bearer github-token-of-maya'}
BUILDKITE = {'Authorization': 'Bearer buildkite-token-of-alice'}


class Response:
    """What one request gave; redirects are not followed."""

    def __init__(self, url, method='GET', headers=None, body=None, timeout=5):
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
        try:
            target = parts.path + (f'?{parts.query}' if parts.query else '')
            connection.request(method, target, json.dumps(body).encode() if body is not None else None, headers or {})
            answer = connection.getresponse()
            self.status, self.headers = answer.status, answer.headers
            self.body = answer.read()
        finally:
            connection.close()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def next(self):
        links = [each.split('; ') for each in self.headers.get('Link', '').split(', ')]
        return next((each[0][1:-1] for each in links if each[-1] == 'rel="next"'), None)


def all_pages(url, headers=None):
    pages = []
    while url:
        answer = Response(url, headers=headers)
        pages.append(answer.json)
        url = answer.next
    return pages


def cookie_of(service, number):
    answer = Response(f'{service.urls["buildkite"]}/quill/ci/builds/{number}')
    assert answer.status == 200 and answer.headers['Content-Type'].startswith('text/html')
    return {'Cookie': answer.headers['Set-Cookie'].split(';')[0]}


def raises(kind, function, *arguments, **named):
    try:
        function(*arguments, **named)
    except kind:
        return
    raise AssertionError(f'no {kind}')


@case
def has_the_world_that_it_says():
    scenario = Scenario()
    main = [each for each in scenario.builds if each.branch == 'main']
    assert len(scenario.commits) == 200 and len(main) == 198
    states = {number: scenario.job_named(number, 'Binding Tests').state for number in (1147, 1149, 1150, 1198)}
    assert states == {1147: 'passed', 1149: 'canceled', 1150: 'failed', 1198: 'failed'}, states
    assert scenario.build(1148).state == 'skipped' and scenario.build(1120) is None and scenario.build(1199).state == 'running'
    page_layout = [scenario.job_named(each.number, 'Page Layout (2 GPUs)') for each in main[-20:]]
    assert 2 <= sum(1 for each in page_layout if each.failed) <= 8
    assert 140 <= len(scenario.issues) <= 160
    assert [each.name for each in scenario.job_named(7701, 'Client Examples').failing_tests] == [
        'client/test_examples.py::test_example_asks', 'client/test_faster.py::test_is_faster']


@case
def is_the_same_each_time():
    first, second = Scenario(now=1795860000), Scenario(now=1795860000)
    assert [each.jobs[0].log for each in first.builds if each.jobs] == [each.jobs[0].log for each in second.builds if each.jobs]


@case
def shows_builds_to_those_with_a_cookie():
    with Service(Scenario(builds=60, extra_steps=30)) as service:
        base = service.urls['buildkite']
        jobs = f'{base}/quill/ci/builds/1045/data/jobs'
        assert Response(jobs).status == 403
        cookie = cookie_of(service, 1045)
        first, second = (Response(f'{jobs}?page={page}', headers=cookie).json for page in (1, 2))
        assert len(first['records']) == 30 and first['has_next_page'] and not second['has_next_page']
        job = next(each for each in first['records'] if each['name'] == 'Binding Tests')
        assert job['type'] == 'script' and job['passed'] is False and job['soft_failed'] is False and job['finished_at']
        everything = Response(f'{jobs}?paginate=false', headers=cookie).json['records']
        assert everything == first['records'] + second['records']
        shown = Response(f'{base}/quill/ci/builds/1045.json').json
        assert shown['branch_name'] == 'main' and shown['commit_id'] == service.scenario.build(1045).commit
        assert Response(f'{base}/quill/ci/builds/9').status == Response(f'{base}/else/ci/builds/1045').status == 404
        listed = Response(f'{base}/quill/ci/builds?branch=main&page=2').body.decode()
        assert 'href="/quill/ci/builds/1010"' in listed and 'rel="next"' not in listed


@case
def shows_builds_without_a_cookie_if_told():
    with Service(Scenario(builds=20), cookies=False) as service:
        assert Response(f'{service.urls["buildkite"]}/quill/ci/builds/1010/data/jobs').status == 200


@case
def leads_from_a_job_to_its_log():
    with Service(Scenario(builds=20)) as service:
        job = service.scenario.job_named(1018, 'Binding Tests')
        cookie = cookie_of(service, 1018)
        led = Response(f'{service.urls["buildkite"]}/organizations/quill/pipelines/ci/builds/1018/jobs/{job.id}/download', headers=cookie)
        link = led.headers['Location']
        assert led.status == 302 and link.startswith(service.urls['storage'] + '/')
        whole = Response(link)
        assert whole.body == job.log and b'FAILED' in whole.body and job.build.url.encode() in whole.body
        assert whole.headers['Content-Length'] == str(len(job.log)) and whole.headers['Accept-Ranges'] == 'bytes'
        rest = Response(link, headers={'Range': 'bytes=100-', 'If-Range': whole.headers['ETag']})
        assert rest.status == 206 and rest.body == job.log[100:]
        assert rest.headers['Content-Range'] == f'bytes 100-{len(job.log) - 1}/{len(job.log)}'
        assert Response(link, headers={'Range': 'bytes=100-', 'If-Range': '"another"'}).status == 200
        assert Response(link, headers={'Range': f'bytes={len(job.log)}-'}).status == 416
        assert Response(link, headers=cookie).status == Response(link, headers=BUILDKITE).status == 400
        assert Response(link.replace('signature=', 'signature=0')).status == 403
        assert service.seen_by('a-session-of-buildkite') == {'buildkite', 'storage'}


@case
def has_buildkites_api():
    with Service() as service:
        base = f'{service.urls["buildkite-api"]}/v2/organizations/quill'
        builds = f'{base}/pipelines/ci/builds'
        assert Response(builds).status == 401
        assert Response(builds, headers={'Authorization': 'Bearer buildkite-token-of-elsewhere'}).status == 404
        answer = Response(f'{builds}?branch=main&exclude_jobs=true&per_page=100', headers=BUILDKITE)
        assert len(answer.json) == 100 and answer.json[0]['number'] == 1199 and 'jobs' not in answer.json[0] and answer.headers['RateLimit-Remaining']
        pages = all_pages(f'{builds}?branch=main&state[]=canceled&state[]=skipped&per_page=3', BUILDKITE)
        assert [[each['number'] for each in page] for page in pages] == [[1149, 1148, 1057], [1012]]
        since = answer.json[9]['created_at']
        assert len(Response(f'{builds}?branch=main&created_from={since}&per_page=100', headers=BUILDKITE).json) == 10
        assert len(Response(f'{builds}/1150', headers=BUILDKITE).json['jobs']) == 12
        assert Response(f'{builds}?page=60', headers=BUILDKITE).status == 400
        found, link = [], f'{builds}/1150/jobs?state[]=failed&per_page=1'
        while link:
            page = Response(link, headers=BUILDKITE).json
            found += page['items']
            link = page['links'].get('next')
        assert {each['name'] for each in found} >= {'Binding Tests', 'Nightly Kernels', ':memo: Spelling'} and all(each['state'] == 'failed' for each in found)
        assert Response(f'{base}/jobs/{found[0]["id"]}', headers=BUILDKITE).json == found[0]
        token = Response(f'{service.urls["buildkite-api"]}/v2/access-token', headers=BUILDKITE).json
        assert token['user']['name'] == 'Alice' and 'read_build_logs' in token['scopes']


@case
def gives_the_end_of_a_log():
    with Service(Scenario(builds=20)) as service:
        job = service.scenario.job_named(1018, 'Binding Tests')
        log = f'{service.urls["buildkite-api"]}/v2/organizations/quill/pipelines/ci/builds/1018/jobs/{job.id}/log'
        head = Response(f'{log}.txt', 'HEAD', BUILDKITE)
        assert head.headers['Content-Length'] == str(len(job.log)) and head.body == b''
        end = Response(log, headers={**BUILDKITE, 'Accept': 'text/plain', 'Range': 'bytes=-50'})
        assert end.status == 206 and end.body == job.log[-50:]
        assert Response(f'{log}.txt', headers={**BUILDKITE, 'Range': 'bytes=5-9'}).status == 400
        assert Response(log, headers={**BUILDKITE, 'Range': 'bytes=-50'}).status == 400
        shown = Response(log, headers=BUILDKITE).json
        assert shown['size'] == len(job.log) and shown['content'].encode() == job.log
        assert Response(log, headers={'Authorization': 'Bearer buildkite-token-without-logs'}).status == 403


@case
def has_the_test_engine():
    with Service() as service:
        tests = f'{service.urls["buildkite-api"]}/v2/analytics/organizations/quill/suites/ci-1/tests?branch=main&period=1day'
        assert 'reliability' not in Response(tests, headers=BUILDKITE).json[0]
        answer = Response(tests, headers={**BUILDKITE, 'Buildkite-Version': '2026-08-01'}).json
        assert answer[0]['reliability'] == 0 and answer[-1]['reliability'] == 1
        by_name = {each['name']: each for each in answer}
        assert 0 < by_name['test_page_table_is_shared[fp8-4]']['executions_count_by_result']['failed'] < by_name['test_page_table_is_shared[fp8-4]']['executions_count']
        never = Response(f'{tests}&tags=result:^failed', headers={**BUILDKITE, 'Buildkite-Version': '2026-08-01'}).json
        assert {each['reliability'] for each in never} == {0}


@case
def lists_issues_as_github_does():
    with Service() as service:
        issues = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        pages = all_pages(f'{issues}?labels=ci-failure&state=open&per_page=30')
        found = [each for page in pages for each in page]
        assert len(pages) == -(-len(found) // 30) > 1 and any('pull_request' in each for each in found)
        assert all(each['state'] == 'open' and each['labels'][0]['name'] == 'ci-failure' for each in found)
        assert [each['created_at'] for each in found] == sorted((each['created_at'] for each in found), reverse=True)
        answer = Response(f'{issues}?labels=ci-failure&state=open')
        again = Response(f'{issues}?labels=ci-failure&state=open', headers={'If-None-Match': answer.headers['ETag']})
        assert again.status == 304 and again.body == b'' and service.count('github-api', status=304) == 1
        assert Response(f'{issues}/500').json['title'].endswith('test_closes_handle') and Response(f'{issues}/9999').status == 404
        items = all_pages(f'{service.urls["github-api"]}/orgs/quill/projectsV2/20/items?per_page=20')
        assert len(items) > 1 and {each['content_type'] for page in items for each in page} == {'Issue', 'PullRequest', 'DraftIssue'}
        assert int(answer.headers['X-RateLimit-Remaining']) < 60 and answer.headers['X-RateLimit-Reset']


@case
def limits_those_without_a_token():
    with Service(Scenario(builds=20)) as service:
        service.parts['github-api'].limits[None] = 2
        user = f'{service.urls["github-api"]}/repos/quill/quill'
        assert [Response(user).status for _ in range(3)] == [200, 200, 403]
        refused = Response(user)
        assert refused.headers['X-RateLimit-Remaining'] == '0' and 'rate limit' in refused.json['message']
        assert Response(user, headers=ALICE).status == 200 and Response(user, headers={'Authorization': 'Bearer wrong'}).status == 401


@case
def shows_commits_and_their_statuses():
    with Service() as service:
        repository = f'{service.urls["github-api"]}/repos/quill/quill'
        commits = Response(f'{repository}/commits?sha=main&per_page=100').json
        assert [each['sha'] for each in commits] == [each.sha for each in reversed(service.scenario.commits)][:100]
        number = service.scenario.first + 199 - 49
        statuses = Response(f'{repository}/commits/{commits[49]["sha"]}/statuses?per_page=100').json
        assert [each['created_at'] for each in statuses] == sorted((each['created_at'] for each in statuses), reverse=True)
        job = service.scenario.job_named(number, 'Binding Tests')
        found = next(each for each in statuses if each['context'] == 'buildkite/ci/binding-tests')
        assert found['state'] == 'failure' and found['target_url'] == f'{service.urls["buildkite"]}/quill/ci/builds/{number}#{job.id}'
        assert next(each for each in statuses if each['context'] == 'buildkite/ci')['state'] == 'failure'
        assert Response(f'{repository}/commits/{service.scenario.commits[33].sha}/statuses').json == []
        head = service.scenario.pulls[77].head
        combined = Response(f'{repository}/commits/{head}/status?per_page=100').json
        assert combined['state'] == 'failure' and 'buildkite/ci/pr/client-examples' in {each['context'] for each in combined['statuses']}


@case
def compares_commits_and_shows_pulls():
    with Service() as service:
        repository = f'{service.urls["github-api"]}/repos/quill/quill'
        good, bad = service.scenario.build(1147).commit, service.scenario.build(1150).commit
        between = Response(f'{repository}/compare/{good}...{bad}').json
        assert between['status'] == 'ahead' and between['ahead_by'] == 3 and between['merge_base_commit']['sha'] == good
        assert {each['filename'] for each in between['files']} >= {'tests/bindings/test_handles.py', 'quill/handles.py'}
        merged = Response(f'{repository}/commits/{bad}/pulls').json
        assert merged[0]['number'] == 250 and merged[0]['merged_at']
        pull = Response(f'{repository}/pulls/77').json
        assert pull['head']['label'] == 'alice:faster' and pull['state'] == 'open'
        against = Response(f'{repository}/compare/main...{pull["head"]["sha"]}').json
        assert against['status'] == 'diverged' and against['merge_base_commit']['sha'] == service.scenario.build(1160).commit
        names = [each['filename'] for each in Response(f'{repository}/pulls/77/files').json]
        assert names == ['quill/client/faster.py', 'tests/client/test_faster.py']


@case
def takes_issues_comments_and_reactions():
    with Service() as service:
        issues = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        new = {'title': 'New', 'body': 'Text', 'labels': ['ci-failure']}
        assert Response(issues, 'POST', body=new).status == 401
        answer = Response(issues, 'POST', ALICE, new)
        assert answer.status == 201 and answer.json['labels'] == [] and answer.json['user']['login'] == 'alice'
        assert Response(issues, 'POST', MAYA, new).json['labels'][0]['name'] == 'ci-failure'
        assert Response(issues, 'POST', ALICE, {**new, 'labels': ['unknown']}).status == 403
        assert Response(issues, 'POST', ALICE, {**new, 'body': 'x' * 65537}).status == 422
        assert Response(issues, 'POST', {'Authorization': 'Bearer github-token-without-scopes'}, new).status == 403
        number = answer.json['number']
        assert Response(f'{issues}/{number}').json['body'] == 'Text'
        assert Response(f'{issues}/{number}/comments', 'POST', ALICE, {'body': 'More'}).status == 201
        assert [each['body'] for each in Response(f'{issues}/{number}/comments').json] == ['More']
        assert [Response(f'{issues}/{number}/reactions', 'POST', ALICE, {'content': '+1'}).status for _ in range(2)] == [201, 200]
        assert Response(f'{issues}/{number}').json['reactions']['+1'] == 1
        user = Response(f'{service.urls["github-api"]}/user', headers=ALICE)
        assert user.json['login'] == 'alice' and user.headers['X-OAuth-Scopes'] == 'public_repo'


@case
def has_runs_of_github_actions():
    with Service(Scenario(builds=20)) as service:
        actions = f'{service.urls["github-api"]}/repos/quill/quill/actions'
        assert Response(f'{actions}/runs/9001').json['conclusion'] == 'failure'
        jobs = Response(f'{actions}/runs/9001/jobs').json
        assert jobs['total_count'] == 3 and jobs['jobs'][1]['conclusion'] == 'failure'
        assert len(all_pages(f'{actions}/runs/9002/jobs')) == 2
        assert Response(f'{actions}/jobs/91002/logs').status == 403
        led = Response(f'{actions}/jobs/91002/logs', headers=ALICE)
        log = Response(led.headers['Location']).body
        assert led.status == 302 and b'##[error]Process completed' in log and b'test_example_asks' in log
        archive = Response(Response(f'{actions}/runs/9001/logs', headers=ALICE).headers['Location']).body
        assert zipfile.ZipFile(io.BytesIO(archive)).namelist() == ['0_lint.txt', '1_unit (3.11).txt', '2_unit (3.12).txt']
        head = service.scenario.pulls[77].head
        assert Response(f'{actions.removesuffix("/actions")}/commits/{head}/check-runs?per_page=100').json['total_count'] == 43


@case
def answers_wrongly_when_told():
    with Service(Scenario(builds=20)) as service:
        url = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        service.fail(faults.status(503, Retry_After=1), service='github-api', path='/issues', times=2)
        answers = [Response(url) for _ in range(3)]
        assert [each.status for each in answers] == [503, 503, 200] and answers[0].headers['Retry-After'] == '1'
        for effect, status in ((faults.rate_limited(9), 403), (faults.redirect('file:///etc/passwd'), 302), (faults.redirect_loop(), 302),
                               (faults.html(), 200), (faults.empty(), 200), (faults.garbage(), 200), (faults.broken_json(), 200),
                               (faults.deep_json(), 200), (faults.wrong_types(), 200), (faults.without('title'), 200), (faults.chunked(), 200)):
            service.faults = []
            service.fail(effect, times=1)
            assert Response(url).status == status
        service.fail(faults.status(500), path='state=closed', after=1)
        assert [Response(f'{url}?state=closed').status for _ in range(3)] == [200, 500, 500]


@case
def delivers_badly_when_told():
    with Service(Scenario(builds=20)) as service:
        url = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        for effect, error in ((faults.cut(100), http.client.IncompleteRead), (faults.chunked_cut(100), http.client.IncompleteRead),
                              (faults.wrong_length(10**6), http.client.IncompleteRead), (faults.silent(10), TimeoutError),
                              (faults.silent(), TimeoutError), (faults.reset(), ConnectionResetError)):
            service.faults = []
            service.fail(effect)
            raises(error, Response, url, timeout=0.3)
        service.faults = []
        service.fail(faults.huge_json(1 << 20))
        assert len(Response(url).json) > 200
        service.faults = []
        service.fail(faults.slow(2000))
        began = time.monotonic()
        assert Response(f'{url}/500').json['number'] == 500 and time.monotonic() - began > 0.3
        service.refuse('github-api')
        raises(ConnectionRefusedError, Response, url)


@case
def stops_at_once():
    service = Service(Scenario(builds=20)).start()
    service.fail(faults.silent())
    raises(TimeoutError, Response, f'{service.urls["github-api"]}/user', timeout=0.1)
    began = time.monotonic()
    service.stop()
    assert time.monotonic() - began < 2


if __name__ == '__main__':
    sys.exit(tap.main())
