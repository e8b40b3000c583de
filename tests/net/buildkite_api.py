# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite's REST API, v2, and its Test Engine. Shapes: buildkite.com/docs/apis/rest-api."""

import time

from exchange import TEXT, Part, json_answer, paged, ranged, route
from scenario import iso, make_uuid

# What each token may do. One of another organisation sees nothing of this one.
TOKENS = {
    'buildkite-token-of-alice': ['read_builds', 'read_build_logs', 'read_suites', 'read_artifacts'],
    'buildkite-token-without-logs': ['read_builds'],
    'buildkite-token-of-elsewhere': ['read_builds', 'read_build_logs', 'read_suites'],
}

PERIODS = {'1hour': 1 / 24, '4hours': 1 / 6, '1day': 1, '7days': 7, '14days': 14, '28days': 28}
METRICS_SINCE = '2026-08-01'
OF_PIPELINE = r'/v2/organizations/([\w-]+)/pipelines/([\w-]+)'
OF_BUILD = OF_PIPELINE + r'/builds/(\d+)'
OF_JOB = r'/v2/organizations/([\w-]+)/jobs/([0-9a-f-]+)'
OF_BUILD_JOB = OF_BUILD + r'/jobs/([0-9a-f-]+)'
OF_SUITES = r'/v2/analytics/organizations/([\w-]+)/suites/([\w-]+)'


def scope_needed(path):
    if path.endswith(('/log', '/log.txt')):
        return 'read_build_logs'
    return 'read_suites' if '/analytics/' in path else 'read_builds'


class BuildkiteApi(Part):
    name = 'buildkite-api'

    def __init__(self, service):
        super().__init__(service)
        self.limit = self.remaining = 200
        self.reset_at = time.time() + 60

    def not_found(self):
        return json_answer({'message': 'No resource found'}, 404)

    def answer(self, request):
        """With the rate limit's headers, where there is a token."""
        scopes = TOKENS.get(request.token)
        if scopes is None:
            message = 'Authentication required. Please supply a valid API Access Token: https://buildkite.com/docs/apis/rest-api#authentication'
            return json_answer({'message': message}, 401)
        self.remaining = max(0, self.remaining - 1)
        answer = self._permitted(request, scopes)
        reset = max(1, int(self.reset_at - time.time()))
        answer.headers.update({'RateLimit-Limit': str(self.limit), 'RateLimit-Remaining': str(self.remaining), 'RateLimit-Reset': str(reset),
                               'RateLimit-Scope': 'rest', 'RateLimit-User-Limit': '50',
                               'RateLimit-User-Remaining': str(max(0, self.remaining - 150)), 'RateLimit-User-Reset': str(reset)})
        return answer

    def _permitted(self, request, scopes):
        if request.path == '/v2/access-token':
            return super().answer(request)
        if scope_needed(request.path) not in scopes:
            return json_answer({'message': f'Your access token does not have the required scope: {scope_needed(request.path)}'}, 403)
        if request.token.endswith('elsewhere'):
            return self.not_found()
        return super().answer(request)

    @route('GET', r'/v2/access-token')
    def access_token(self, request):
        return json_answer({'uuid': make_uuid('token', request.token), 'scopes': TOKENS[request.token], 'description': 'Culprit',
                            'created_at': '2026-07-16 06:07:42 UTC', 'user': {'name': 'Alice', 'email': 'alice@quill.example'}})

    # Builds.

    def _is_own(self, organisation, pipeline=None):
        return organisation == self.scenario.organisation and pipeline in (None, self.scenario.pipeline)

    def _find_build(self, organisation, pipeline, number):
        return self.scenario.build(number) if self._is_own(organisation, pipeline) else None

    def _build_url(self, build):
        return f'{self.url}/v2/organizations/{self.scenario.organisation}/pipelines/{self.scenario.pipeline}/builds/{build.number}'

    def _show_job(self, job):
        base = f'{self._build_url(job.build)}/jobs/{job.id}'
        index, total = job.step.parallel or (None, None)
        return {
            'id': job.id, 'graphql_id': f'Sm9i{job.id[:8]}', 'type': 'script', 'name': job.step.name, 'step_key': job.step.key,
            'step': {'id': job.step_id}, 'state': job.state, 'build_url': self._build_url(job.build), 'web_url': f'{job.build.url}#{job.id}',
            'log_url': f'{base}/log', 'raw_log_url': f'{base}/log.txt', 'artifacts_url': f'{base}/artifacts', 'command': job.step.command,
            'soft_failed': job.soft_failed, 'exit_status': job.exit_status, 'created_at': iso(job.created_at, True),
            'scheduled_at': iso(job.created_at, True), 'runnable_at': iso(job.created_at, True), 'started_at': iso(job.started_at, True),
            'finished_at': iso(job.finished_at, True), 'expired_at': None, 'retried': job.retried_in is not None,
            'retried_in_job_id': job.retried_in, 'retries_count': job.attempt - 1,
            'retry_source': {'job_id': make_uuid('job', job.build.number, job.step.name, job.attempt - 1)} if job.attempt > 1 else None,
            'retry_type': 'automatic' if job.retried_in else None, 'parallel_group_index': index, 'parallel_group_total': total,
            'matrix': None, 'agent': None,
        }

    def _jobs_asked_for(self, request, build, states):
        """By state, and without retried ones unless they are asked for."""
        retried = request.get('include_retried_jobs') == 'true'
        return [each for each in build.jobs if (retried or each.retried_in is None) and (not states or each.state in states)]

    def _show_build(self, request, build):
        shown = {
            'id': build.id, 'graphql_id': f'QnVpbGQ{build.id[:8]}', 'url': self._build_url(build), 'web_url': build.url, 'number': build.number,
            'state': build.state, 'blocked': False, 'message': build.message, 'commit': build.commit, 'branch': build.branch, 'env': {},
            'source': 'webhook', 'creator': {'name': build.author}, 'created_at': iso(build.created_at, True),
            'scheduled_at': iso(build.created_at, True), 'started_at': iso(build.created_at, True) if build.jobs else None,
            'finished_at': iso(build.finished_at, True), 'meta_data': {},
            'pull_request': {'id': str(build.pull.number), 'base': self.scenario.branch, 'repository': f'{self.scenario.github_url}/{self.scenario.repository}.git'}
                            if build.pull else None,
            'pipeline': {'slug': self.scenario.pipeline, 'name': 'ci', 'repository': f'https://github.com/{self.scenario.repository}.git'},
        }
        if request.get('exclude_pipeline') == 'true':
            del shown['pipeline']
        if request.get('exclude_jobs') != 'true':
            shown['jobs'] = [self._show_job(each) for each in self._jobs_asked_for(request, build, request.get_all('job_states'))]
        return shown

    @route('GET', OF_PIPELINE + r'/builds')
    def builds(self, request, organisation, pipeline):
        """Newest first, by branch, commit, state, and when it was created."""
        if not self._is_own(organisation, pipeline):
            return None
        if int(request.get('page') or 1) > 50:
            message = 'Listing builds this deep is not supported. Please narrow your query using filters such as branch or created_from.'
            return json_answer({'message': message}, 400)
        branches, states, commits = (request.get_all(name) for name in ('branch', 'state', 'commit'))
        created_from, created_to = request.get('created_from', ''), request.get('created_to', '9')
        states += ['passed', 'failed', 'canceled'] if 'finished' in states else []
        found = [each for each in sorted(self.scenario.builds, key=lambda build: -build.created_at)
                 if (not branches or each.branch in branches) and (not states or each.state in states)
                 and (not commits or each.commit in commits) and created_from <= iso(each.created_at, True) < created_to]
        return paged(self, request, found, lambda build: self._show_build(request, build))

    @route('GET', OF_BUILD)
    def build(self, request, *names):
        build = self._find_build(*names)
        return build and json_answer(self._show_build(request, build))

    # Jobs, in pages with a cursor.

    @route('GET', OF_BUILD + r'/jobs')
    def jobs(self, request, *names):
        build = self._find_build(*names)
        if build is None:
            return None
        found = self._jobs_asked_for(request, build, request.get_all('state'))
        found = [each for each in found if request.get('step_key') in (None, each.step.key)]
        size = max(1, min(int(request.get('per_page') or 30), 100))
        start = next((index + 1 for index, each in enumerate(found) if each.id == request.get('after')), 0)
        links = {'self': f'{self.url}{request.target}'}
        if start + size < len(found):
            states = ''.join(f'&state[]={each}' for each in request.get_all('state'))
            links['next'] = f'{self._build_url(build)}/jobs?per_page={size}&after={found[start + size - 1].id}{states}'
        return json_answer({'items': [self._show_job(each) for each in found[start:start + size]], 'links': links})

    @route('GET', OF_BUILD_JOB)
    def job_of_build(self, request, organisation, pipeline, number, identifier):
        job = self.scenario.job(identifier)
        build = self._find_build(organisation, pipeline, number)
        return json_answer(self._show_job(job)) if job and job.build is build else None

    @route('GET', OF_JOB)
    def job(self, request, organisation, identifier):
        job = self.scenario.job(identifier) if self._is_own(organisation) else None
        return job and json_answer(self._show_job(job))

    # A job's log: JSON, or plain text of which the last bytes may be asked for.

    def _give_log(self, request, job, ending):
        plain = ending == '.txt' or 'text/plain' in request.headers.get('accept', '')
        asked = request.headers.get('range')
        if asked and not (plain and asked.startswith('bytes=-') and asked[7:].isdigit() and int(asked[7:]) > 0):
            return json_answer({'message': 'Only a suffix range of a plain text log is supported'}, 400)
        if plain:
            return ranged(request, job.log, {'Content-Type': TEXT})
        lines = job.log.decode().splitlines()
        return json_answer({'url': f'{self._build_url(job.build)}/jobs/{job.id}/log', 'content': job.log.decode(), 'size': len(job.log),
                            'header_times': [job.started_at * 10**9 + index for index, line in enumerate(lines) if line.endswith('~~~')]})

    @route('GET', OF_BUILD_JOB + r'/log(\.txt)?')
    def log_of_build(self, request, organisation, pipeline, number, identifier, ending):
        return self.log(request, organisation, identifier, ending) if self._is_own(organisation, pipeline) else None

    @route('GET', OF_JOB + r'/log(\.txt)?')
    def log(self, request, organisation, identifier, ending):
        job = self.scenario.job(identifier) if self._is_own(organisation) else None
        return job and self._give_log(request, job, ending)

    # Test Engine.

    def _executions(self, branch, days):
        """Of each test, its results in that time, oldest first."""
        results = {}
        for build in self.scenario.builds:
            if branch not in (None, build.branch) or build.created_at < self.scenario.now - days * 86400:
                continue
            for job in build.jobs:
                if job.state in ('passed', 'failed'):
                    for test in job.step.tests:
                        results.setdefault(test, []).append('failed' if test in job.failing_tests else 'passed')
        return results

    def _show_test(self, suite, test, results, with_metrics):
        identifier = make_uuid('test', test.name)
        file, _, name = test.name.partition('::')
        path = f'organizations/{self.scenario.organisation}/%ssuites/{suite}/tests/{identifier}'
        shown = {'id': identifier, 'url': f'{self.url}/v2/analytics/{path % ""}', 'web_url': f'{self.scenario.buildkite_url}/{path % "analytics/"}',
                 'scope': f'tests/{file}', 'name': name, 'location': f'tests/{file}:12', 'file_name': f'tests/{file}',
                 'labels': ['flaky'] if len(set(results)) > 1 else []}
        if with_metrics:
            counts = {each: results.count(each) for each in sorted(set(results))}
            shown.update(reliability=counts.get('passed', 0) / len(results), duration_avg=1.2, duration_sum=1.2 * len(results), duration_min=1.0,
                         duration_max=1.4, executions_count=len(results), executions_count_by_result=counts)
        return shown

    @route('GET', OF_SUITES + r'/tests')
    def tests(self, request, organisation, suite):
        """Numbers and these filters only for those who ask for the version that has them."""
        if not self._is_own(organisation) or suite != self.scenario.suite:
            return None
        with_metrics = request.headers.get('buildkite-version', '') >= METRICS_SINCE
        found = list(self._executions(request.get('branch'), PERIODS.get(request.get('period'), 7)).items())
        if with_metrics:
            found.sort(key=lambda each: each[1].count('passed') / len(each[1]), reverse=request.get('order', 'asc').lower() == 'desc')
            if 'result:^failed' in request.get_all('tags'):
                found = [each for each in found if set(each[1]) == {'failed'}]
            if request.get('labels') == 'flaky':
                found = [each for each in found if len(set(each[1])) > 1]
        return paged(self, request, found, lambda each: self._show_test(suite, *each, with_metrics))

    @route('GET', r'/v2/analytics/organizations/([\w-]+)/suites')
    def suites(self, request, organisation):
        suite = self.scenario.suite
        return json_answer([{'id': make_uuid('suite', suite), 'slug': suite, 'name': suite, 'default_branch': self.scenario.branch,
                             'url': f'{self.url}{request.path}/{suite}'}]) if self._is_own(organisation) else None
