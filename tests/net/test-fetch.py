# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Logs by address: jobs, builds, runs, pull requests, and what is asked for them."""

import json
import sys

import steps
import tap
from fetching import BUILDKITE, GITHUB, world
from tap import case


def fields_of(line):
    return line.split('\t')


def listed(result):
    return [fields_of(each) for each in result.expect(0).text.splitlines()]


@case
def gets_the_log_of_a_job():
    with world() as at:
        result = at.fetch(at.job_url).expect(0)
        assert result.bytes == at.job.log
        assert at.service.seen_by('a-session-of-buildkite') == {'buildkite'}


@case
def takes_addresses_as_they_are_copied():
    with world() as at:
        build, job = at.build.url, at.job
        api = f'{at.service.urls["buildkite-api"]}/v2/organizations/quill'
        path = f'pipelines/ci/builds/{at.build.number}/jobs/{job.id}'
        for address in (
            f'{build}#{job.id}/7-13',
            f'{build}/list?jid={job.id}',
            f'{build}/list?sid={job.step_id}',
            f'{build}/steps/canvas?jid={job.id}#{job.id}/7-13',
            f'{build}/canvas?sid={job.step_id}&tab=output',
            f'{at.service.urls["buildkite"]}/organizations/quill/{path}/download',
            f'{api}/{path}/log',
            f'  {at.job_url}\n',
        ):
            assert at.fetch(address).expect(0).bytes == job.log, address
        # Without the build's number it takes a token.
        assert at.fetch(f'{api}/jobs/{job.id}', XDG_CACHE_HOME=str(at.folder / 'b'),
                        **BUILDKITE).expect(0).bytes == job.log
        at.refused('wants a token', f'{api}/jobs/{job.id}', XDG_CACHE_HOME=str(at.folder / 'cache/c'))


@case
def asks_nothing_the_second_time():
    with world() as at:
        at.fetch(at.job_url).expect(0)
        assert at.service.count() <= 6, at.service.count()
        at.service.clear()
        result = at.fetch(at.job_url).expect(0)
        assert result.bytes == at.job.log and at.service.count() == 0
        for name in list(at.service.hosts):
            at.service.refuse(name)
        assert at.run('failures', at.job_url).expect(0).text


@case
def asks_again_what_may_have_changed():
    """A build that ended an hour ago, one of whose jobs is retried meanwhile."""
    with world() as at:
        build = at.scenario.builds[39]
        before = listed(at.fetch('--list', build.url))
        job = at.scenario.job_named(build.number, 'Binding Tests')
        old = at.build
        job.retried_in = job.step_id
        after = listed(at.fetch('--list', build.url))
        assert [each[1] for each in before if each[0] == job.id] == ['failed']
        assert [each[1] for each in after if each[0] == job.id] == ['failed,retried']
        listed(at.fetch('--list', old.url))
        at.service.clear()
        listed(at.fetch('--list', old.url))
        assert at.service.count() == 0


@case
def a_running_job_is_asked_for_each_time():
    with world(special=True) as at:
        build = at.scenario.build(at.scenario.last)
        job = build.jobs[0]
        assert job.state == 'running'
        for _ in range(2):
            at.service.clear()
            assert at.fetch(f'{build.url}#{job.id}').expect(0).bytes == job.log
            assert at.service.count('storage') == 1


@case
def marks_what_does_not_count():
    with world() as at:
        found = next(
            each
            for each in at.scenario.builds
            if len([job for job in each.jobs if job.step.name == 'Download Cache']) == 2
        )
        for more in ({}, BUILDKITE):
            lines = listed(at.fetch('--list', found.url, XDG_CACHE_HOME=str(at.folder / str(len(more))), **more))
            states = {}
            for identifier, state, name, url in lines:
                states.setdefault(name, []).append(state)
                assert url == f'{found.url}#{identifier}'
            assert states['Download Cache'] == ['failed,retried', 'passed'], states
            assert states[':memo: Spelling'] == ['soft-failed'], states
            assert states['Nightly Kernels'] == ['failed'], states


@case
def one_failed_job_is_the_one_that_is_meant():
    with world() as at:
        number = next(
            each.number
            for each in at.scenario.builds
            if [job.step.name for job in each.jobs
                if job.failed and not job.soft_failed and job.retried_in is None] == ['Nightly Kernels']
        )
        expected = at.scenario.job_named(number, 'Nightly Kernels').log
        assert at.fetch(at.url(number)).expect(0).bytes == expected
        assert 'test_rounds_to_even' in at.run('failures', at.url(number)).expect(0).text


def choices(result):
    """The lines after what is wrong."""
    assert result.status == 1 and result.text == '', result.errors
    first, *lines = result.errors.splitlines()
    assert first.startswith('culprit-cli: '), first
    return first, [fields_of(each) for each in lines]


@case
def several_failed_jobs_are_a_choice():
    with world() as at:
        first, lines = choices(at.fetch(at.build.url))
        assert '--job' in first and '-o FOLDER' in first
        names = [each[2] for each in lines]
        assert {'Binding Tests', 'Nightly Kernels'} <= set(names) and ':memo: Spelling' not in names
        assert all(each[1] == 'failed' for each in lines)
        first, lines = choices(at.run('failures', at.build.url))
        assert 'address' in first and [each[2] for each in lines] == names


@case
def a_job_is_chosen_by_name_slug_or_id():
    with world() as at:
        for chosen in ('Binding Tests', 'binding-tests', at.job.id):
            assert at.fetch(at.build.url, '--job', chosen).expect(0).bytes == at.job.log, chosen
        passed = at.scenario.job_named(at.build.number, ':rocket: Serving Test')
        assert at.fetch(at.build.url, '--job', 'rocket-serving-test').expect(0).bytes == passed.log
        at.refused('has no job “Binding”', at.build.url, '--job', 'Binding')


@case
def jobs_of_one_step_are_chosen_by_its_label_or_their_own():
    engine = [steps.Step('Engine Tests', 'pytest -v engine', steps.passes(), (), (index, 2)) for index in range(2)]
    with world(steps=[steps.Step('Binding Tests', 'pytest -v binding', steps.always_fails(steps.HANDLE_IS_CLOSED)), *engine]) as at:
        jobs = [each for each in at.build.jobs if each.step.name == 'Engine Tests']
        for chosen in ('Engine Tests', 'engine-tests'):
            first, lines = choices(at.fetch(at.build.url, '--job', chosen))
            assert f'2 jobs are called “{chosen}”' in first, first
            assert [each[2] for each in lines] == ['Engine Tests 1/2', 'Engine Tests 2/2'], lines
        for chosen in ('Engine Tests 2/2', 'engine-tests-2-2'):
            assert at.fetch(at.build.url, '--job', chosen).expect(0).bytes == jobs[1].log, chosen


@case
def nothing_failed():
    with world(builds=40, steps=None) as at:
        build = at.build
        for job in build.jobs:
            job.outcome = 'passed'
        at.refused('no job of it failed', build.url)


@case
def a_build_may_have_many_jobs():
    """More than a page has, from a service that gives pages whatever it was asked for."""
    with world(extra_steps=120) as at:
        assert len(listed(at.fetch('--list', at.build.url))) == len(at.build.jobs)

        def in_pages(request, answer):
            request.target = request.target.replace('&paginate=false', '')
            return at.service.parts['buildkite'].answer(request)

        at.fail(in_pages, path='/data/jobs')
        at.service.clear()
        found = listed(at.fetch('--list', at.build.url, XDG_CACHE_HOME=str(at.folder / 'other')))
        assert [each[0] for each in found] == [each.id for each in at.build.jobs]
        assert at.service.count('buildkite', path='/data/jobs') == 5

        def for_ever(request, answer):
            answer.body = answer.body.replace(b'"has_next_page": false', b'"has_next_page": true')
            return answer

        at.fail(for_ever, path='/data/jobs')
        at.service.clear()
        found = listed(at.fetch('--list', at.build.url, XDG_CACHE_HOME=str(at.folder / 'third')))
        assert len(found) == len(at.build.jobs) and at.service.count() < 60


@case
def github_actions_need_a_token_for_their_logs():
    with world() as at:
        actions, web = at.scenario.actions, at.service.urls['github'] + '/quill/quill'
        job = actions.job(91002)
        run_url, job_url = f'{web}/actions/runs/9001', f'{web}/actions/runs/9001/job/91002'
        lines = listed(at.fetch('--list', run_url))
        assert [each[:3] for each in lines] == [
            ['91001', 'passed', 'lint'],
            ['91002', 'failed', 'unit (3.11)'],
            ['91003', 'passed', 'unit (3.12)'],
        ]
        at.refused('GitHub wants a token', job_url)
        for address in (run_url, job_url, f'{web}/actions/runs/9001/job/91002?pr=77#step:3:12',
                        f'{web}/runs/91002', f'{web}/pull/77/checks?check_run_id=91002'):
            result = at.fetch(address, XDG_CACHE_HOME=str(at.folder / str(len(address))), **GITHUB)
            # The mark at its start says how it is encoded, and is no part of it.
            assert result.expect(0).bytes == job.log.removeprefix(b'\xef\xbb\xbf'), address
        assert len(listed(at.fetch('--list', f'{web}/actions/runs/9002'))) == 40
        assert at.service.seen_by('github-token-of-alice') == {'github-api'}


@case
def a_pull_request_leads_to_its_failed_checks():
    with world() as at:
        address = f'{at.service.urls["github"]}/quill/quill/pull/77'
        first, lines = choices(at.fetch(address))
        names = [each[2] for each in lines]
        assert 'Client Examples' in names and 'unit (3.11)' in names and 'part 39' in names, names
        assert 'lint' not in names
        job = at.scenario.job_named(7701, 'Client Examples')
        assert at.fetch(address, '--job', 'Client Examples').expect(0).bytes == job.log
        # The pages are gone: the checks still lead to the jobs.
        at.fail(lambda request, answer: at.service.parts['buildkite'].not_found(), path='/data/jobs')
        first, lines = choices(at.fetch(address, XDG_CACHE_HOME=str(at.folder / 'other')))
        assert 'client-examples' in [each[2] for each in lines] and len(lines) > 3, lines


@case
def fills_the_fields_of_the_issue():
    with world() as at:
        build = at.scenario.build(7701)
        job = at.scenario.job_named(7701, 'Client Examples')
        # A log that says nothing of itself.
        log = b''.join(line + b'\n' for line in job.log.split(b'\n') if b'BUILDKITE_' not in line
                       and b'HEAD is now' not in line and b'git ' not in line)
        vars(job)['log'] = log
        address = f'{build.url}#{job.id}'
        facts = json.loads(at.run('failures', '--json', address).expect(0).text)['log']
        assert facts['job'] == 'Client Examples' and facts['commit'] == build.commit, facts
        assert facts['build_url'] == address, facts
        issue = json.loads(at.run('issue', '--json', address).expect(0).text)
        assert 'Client Examples' in issue['title'] or 'test_' in issue['title'], issue['title']
        assert build.commit in issue['body'] and address in issue['body'], issue['body']
        assert 'Client Examples' in issue['body'], issue['body']


@case
def text_anywhere_is_a_log():
    with world() as at:
        text = at.job.log

        def plain(request, answer):
            answer.body, answer.headers['Content-Type'] = text, 'text/plain'
            return answer

        at.fail(plain, service='elsewhere')
        assert at.fetch(at.other('/a/b.log?x=1')).expect(0).bytes == text
        assert at.run('failures', at.other()).expect(0).text
        at.refused('no address of a build', at.other(), '--list')


if __name__ == '__main__':
    sys.exit(tap.main())
