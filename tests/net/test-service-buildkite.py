# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite as service.py plays it: pages, cookies, logs, API, Test Engine."""

import sys

import tap
from client import BUILDKITE, Response, all_pages
from scenario import Scenario
from service import Service
from tap import case


def cookie_of(service, number):
    answer = Response(f'{service.urls["buildkite"]}/quill/ci/builds/{number}')
    assert answer.status == 200 and answer.headers['Content-Type'].startswith('text/html')
    return {'Cookie': answer.headers['Set-Cookie'].split(';')[0]}


@case
def shows_builds_to_those_with_a_cookie():
    with Service(Scenario(builds=60, extra_steps=30)) as service:
        base = service.urls['buildkite']
        jobs = f'{base}/quill/ci/builds/1045/data/jobs'
        assert Response(jobs).status == 403
        cookie = cookie_of(service, 1045)
        first, second = (Response(f'{jobs}?page={page}', headers=cookie).json for page in (1, 2))
        assert (
            len(first['records']) == 30 and first['has_next_page'] and not second['has_next_page']
        )
        job = next(each for each in first['records'] if each['name'] == 'Binding Tests')
        assert (
            job['type'] == 'script'
            and job['passed'] is False
            and job['soft_failed'] is False
            and job['finished_at']
        )
        everything = Response(f'{jobs}?paginate=false', headers=cookie).json['records']
        assert everything == first['records'] + second['records']
        shown = Response(f'{base}/quill/ci/builds/1045.json').json
        assert (
            shown['branch_name'] == 'main'
            and shown['commit_id'] == service.scenario.build(1045).commit
        )
        assert (
            Response(f'{base}/quill/ci/builds/9').status
            == Response(f'{base}/else/ci/builds/1045').status
            == 404
        )
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
        jobs = '/organizations/quill/pipelines/ci/builds/1018/jobs'
        led = Response(f'{service.urls["buildkite"]}{jobs}/{job.id}/download', headers=cookie)
        link = led.headers['Location']
        assert led.status == 302 and link.startswith(service.urls['storage'] + '/')
        whole = Response(link)
        assert (
            whole.body == job.log
            and b'FAILED' in whole.body
            and job.build.url.encode() in whole.body
        )
        assert (
            whole.headers['Content-Length'] == str(len(job.log))
            and whole.headers['Accept-Ranges'] == 'bytes'
        )
        rest = Response(link, headers={'Range': 'bytes=100-', 'If-Range': whole.headers['ETag']})
        assert rest.status == 206 and rest.body == job.log[100:]
        assert rest.headers['Content-Range'] == f'bytes 100-{len(job.log) - 1}/{len(job.log)}'
        assert (
            Response(link, headers={'Range': 'bytes=100-', 'If-Range': '"another"'}).status == 200
        )
        assert Response(link, headers={'Range': f'bytes={len(job.log)}-'}).status == 416
        assert (
            Response(link, headers=cookie).status == Response(link, headers=BUILDKITE).status == 400
        )
        assert Response(link.replace('signature=', 'signature=0')).status == 403
        assert service.seen_by('a-session-of-buildkite') == {'buildkite', 'storage'}


@case
def has_buildkites_api():
    with Service() as service:
        base = f'{service.urls["buildkite-api"]}/v2/organizations/quill'
        builds = f'{base}/pipelines/ci/builds'
        assert Response(builds).status == 401
        assert (
            Response(
                builds, headers={'Authorization': 'Bearer buildkite-token-of-elsewhere'}
            ).status
            == 404
        )
        answer = Response(f'{builds}?branch=main&exclude_jobs=true&per_page=100', headers=BUILDKITE)
        assert (
            len(answer.json) == 100
            and answer.json[0]['number'] == 1199
            and 'jobs' not in answer.json[0]
            and answer.headers['RateLimit-Remaining']
        )
        pages = all_pages(
            f'{builds}?branch=main&state[]=canceled&state[]=skipped&per_page=3', BUILDKITE
        )
        assert [[each['number'] for each in page] for page in pages] == [[1149, 1148, 1057], [1012]]
        since = answer.json[9]['created_at']
        assert (
            len(
                Response(
                    f'{builds}?branch=main&created_from={since}&per_page=100', headers=BUILDKITE
                ).json
            )
            == 10
        )
        assert len(Response(f'{builds}/1150', headers=BUILDKITE).json['jobs']) == 12
        assert Response(f'{builds}?page=60', headers=BUILDKITE).status == 400
        found, link = [], f'{builds}/1150/jobs?state[]=failed&per_page=1'
        while link:
            page = Response(link, headers=BUILDKITE).json
            found += page['items']
            link = page['links'].get('next')
        assert {each['name'] for each in found} >= {
            'Binding Tests',
            'Nightly Kernels',
            ':memo: Spelling',
        } and all(each['state'] == 'failed' for each in found)
        assert Response(f'{base}/jobs/{found[0]["id"]}', headers=BUILDKITE).json == found[0]
        token = Response(f'{service.urls["buildkite-api"]}/v2/access-token', headers=BUILDKITE).json
        assert token['user']['name'] == 'Alice' and 'read_build_logs' in token['scopes']


@case
def limits_buildkites_api():
    with Service(Scenario(builds=20)) as service:
        url = f'{service.urls["buildkite-api"]}/v2/access-token'
        service.parts['buildkite-api'].limits['user'] = 2
        assert [Response(url, headers=BUILDKITE).status for _ in range(3)] == [200, 200, 429]
        refused = Response(url, headers=BUILDKITE)
        assert refused.json['scope'] == 'user' and 0 < refused.json['reset'] <= 60
        assert refused.headers['RateLimit-User-Remaining'] == '0'


@case
def gives_the_end_of_a_log():
    with Service(Scenario(builds=20)) as service:
        job = service.scenario.job_named(1018, 'Binding Tests')
        jobs = '/v2/organizations/quill/pipelines/ci/builds/1018/jobs'
        log = f'{service.urls["buildkite-api"]}{jobs}/{job.id}/log'
        head = Response(f'{log}.txt', 'HEAD', BUILDKITE)
        assert head.headers['Content-Length'] == str(len(job.log)) and head.body == b''
        end = Response(log, headers={**BUILDKITE, 'Accept': 'text/plain', 'Range': 'bytes=-50'})
        assert end.status == 206 and end.body == job.log[-50:]
        assert Response(f'{log}.txt', headers={**BUILDKITE, 'Range': 'bytes=5-9'}).status == 400
        assert Response(log, headers={**BUILDKITE, 'Range': 'bytes=-50'}).status == 400
        shown = Response(log, headers=BUILDKITE).json
        assert shown['size'] == len(job.log) and shown['content'].encode() == job.log
        assert (
            Response(log, headers={'Authorization': 'Bearer buildkite-token-without-logs'}).status
            == 403
        )


@case
def has_the_test_engine():
    with Service() as service:
        suite = f'{service.urls["buildkite-api"]}/v2/analytics/organizations/quill/suites/ci-1'
        tests = f'{suite}/tests?branch=main&period=1day'
        assert 'reliability' not in Response(tests, headers=BUILDKITE).json[0]
        answer = Response(tests, headers={**BUILDKITE, 'Buildkite-Version': '2026-08-01'}).json
        assert answer[0]['reliability'] == 0 and answer[-1]['reliability'] == 1
        by_name = {each['name']: each for each in answer}
        assert (
            0
            < by_name['test_page_table_is_shared[fp8-4]']['executions_count_by_result']['failed']
            < by_name['test_page_table_is_shared[fp8-4]']['executions_count']
        )
        never = Response(
            f'{tests}&tags=result:^failed', headers={**BUILDKITE, 'Buildkite-Version': '2026-08-01'}
        ).json
        assert {each['reliability'] for each in never} == {0}
        build = service.scenario.build(1150)
        analytics = f'{service.urls["buildkite-api"]}/v2/analytics/organizations/quill'
        of_build = Response(
            f'{analytics}/builds/{build.id}/tests?tags=result:^failed', headers=BUILDKITE
        )
        assert 'test_closes_handle[shared]' in {each['name'] for each in of_build.json}


if __name__ == '__main__':
    sys.exit(tap.main())
