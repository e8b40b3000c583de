# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The world of scenario.py, and what goes wrong in service.py when it is told to."""

import gzip
import http.client
import sys
import time

import faults
import tap
from client import ALICE, Response
from scenario import Scenario
from service import Service
from tap import case


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
    states = {
        number: scenario.job_named(number, 'Binding Tests').state
        for number in (1147, 1149, 1150, 1198)
    }
    assert states == {1147: 'passed', 1149: 'canceled', 1150: 'failed', 1198: 'failed'}, states
    assert (
        scenario.build(1148).state == 'skipped'
        and scenario.build(1120) is None
        and scenario.build(1199).state == 'running'
    )
    page_layout = [scenario.job_named(each.number, 'Page Layout (2 GPUs)') for each in main[-20:]]
    assert 2 <= sum(1 for each in page_layout if each.failed) <= 8
    assert 140 <= len(scenario.issues) <= 160
    assert [each.name for each in scenario.job_named(7701, 'Client Examples').failing_tests] == [
        'client/test_examples.py::test_example_asks',
        'client/test_faster.py::test_is_faster',
    ]


@case
def is_the_same_each_time():
    first, second = Scenario(now=1795860000), Scenario(now=1795860000)
    assert [each.jobs[0].log for each in first.builds if each.jobs] == [
        each.jobs[0].log for each in second.builds if each.jobs
    ]


@case
def answers_wrongly_when_told():
    with Service(Scenario(builds=20)) as service:
        url = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        service.fail(
            faults.status(503, Retry_After=1), service='github-api', path='/issues', times=2
        )
        answers = [Response(url) for _ in range(3)]
        assert [each.status for each in answers] == [503, 503, 200] and answers[0].headers[
            'Retry-After'
        ] == '1'
        for effect, status in (
            (faults.rate_limited(9), 403),
            (faults.redirect('file:///etc/passwd'), 302),
            (faults.redirect_loop(), 302),
            (faults.html(), 200),
            (faults.empty(), 200),
            (faults.garbage(), 200),
            (faults.broken_json(), 200),
            (faults.deep_json(), 200),
            (faults.wrong_values(), 200),
            (faults.wrong_containers(), 200),
            (faults.without('title'), 200),
            (faults.chunked(), 200),
        ):
            service.faults = []
            service.fail(effect, times=1)
            assert Response(url).status == status
        service.fail(faults.status(500), path='state=closed', after=1)
        assert [Response(f'{url}?state=closed').status for _ in range(3)] == [200, 500, 500]


@case
def delivers_badly_when_told():
    with Service(Scenario(builds=20)) as service:
        url = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        for effect, error in (
            (faults.cut(100), http.client.IncompleteRead),
            (faults.chunked_cut(100), http.client.IncompleteRead),
            (faults.wrong_length(10**6), http.client.IncompleteRead),
            (faults.silent(10), TimeoutError),
            (faults.silent(), TimeoutError),
            (faults.no_answer(), TimeoutError),
            (faults.reset(), ConnectionResetError),
        ):
            service.faults = []
            service.fail(effect)
            raises(error, Response, url, timeout=0.3)
        service.faults = []
        service.fail(faults.huge_json(1 << 20))
        assert len(Response(url).json) > 200
        service.faults = []
        service.fail(faults.bomb(1 << 24))
        assert len(gzip.decompress(Response(url).body)) == 1 << 24
        service.faults = []
        service.fail(faults.slow(2000))
        began = time.monotonic()
        assert Response(f'{url}/500').json['number'] == 500 and time.monotonic() - began > 0.3
        service.refuse('github-api')
        raises(ConnectionRefusedError, Response, url)


@case
def refuses_before_or_after_it_is_done():
    with Service(Scenario(builds=20)) as service:
        issues = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        count = len(service.scenario.issues)
        service.fail(faults.status(502), method='POST', times=1)
        service.fail(faults.status(502), method='POST', times=1, done=True)
        for created in (0, 1):
            assert Response(issues, 'POST', ALICE, {'title': 'New'}).status == 502
            assert len(service.scenario.issues) == count + created


@case
def tells_what_was_asked():
    with Service(Scenario(builds=20)) as service:
        issues = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        Response(f'{issues}?state=open', headers=ALICE)
        Response(issues, 'POST', ALICE, {'title': 'New'})
        Response(f'{service.urls["elsewhere"]}/x', headers={'Cookie': 'a=b'})
        assert service.count() == 3 and service.count('github-api', 'GET', 'state=open') == 1
        assert service.found(method='POST')[0].json() == {'title': 'New'}
        assert service.found(status=201)[0].token == 'github-token-of-alice'
        assert service.seen_by('github-token-of-alice') == {'github-api'}
        assert service.seen_by('a=b') == {'elsewhere'}
        service.clear()
        assert service.count() == 0
        assert set(service.environment_with_tokens) > {'GITHUB_TOKEN', 'CULPRIT_GITHUB_API_URL'}


@case
def writes_long_logs():
    scenario = Scenario(builds=20, noise=100000)
    assert len(scenario.job_named(1018, 'Binding Tests').log) > 5 * 1000 * 1000


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
