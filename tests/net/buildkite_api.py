# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite's REST API, v2: who asks, the rate limits, builds, jobs and logs.

Shapes: buildkite.com/docs/apis/rest-api.
"""

import math
import re
import time
import urllib.parse

from exchange import TEXT, Part, conditional, json_answer, paged, ranged, route
from builds import iso, make_uuid, seconds
from test_engine import TestEngineRoutes

# What each token may do. One of another organisation sees nothing of this one.
TOKENS = {
    'buildkite-token-of-alice': ['read_builds', 'read_build_logs', 'read_suites', 'read_artifacts'],
    'buildkite-token-without-logs': ['read_builds'],
    'buildkite-token-of-elsewhere': ['read_builds', 'read_build_logs', 'read_suites'],
}

OF_PIPELINE = r'/v2/organizations/([\w-]+)/pipelines/([\w-]+)'
OF_BUILD = OF_PIPELINE + r'/builds/(\d+)'
OF_JOB = r'/v2/organizations/([\w-]+)/jobs/([0-9a-f-]+)'
OF_BUILD_JOB = OF_BUILD + r'/jobs/([0-9a-f-]+)'


def scope_needed(path):
    if path.endswith(('/log', '/log.txt')):
        return 'read_build_logs'
    return 'read_suites' if '/analytics/' in path else 'read_builds'


class BuildkiteApi(TestEngineRoutes, Part):
    name = 'buildkite-api'

    def __init__(self, service):
        super().__init__(service)
        self.limits = {'organization': 200, 'user': 50}  # a minute
        self.used, self.reset_at = 0, 0

    def not_found(self):
        return json_answer({'message': 'No resource found'}, 404)

    def answer(self, request):
        """With the rate limit's headers, where there is a token."""
        scopes = TOKENS.get(request.token)
        if scopes is None:
            message = 'Authentication required. Please supply a valid API Access Token'
            return json_answer({'message': message}, 401)
        answer = self._over_limit()
        if answer is None:
            answer = self._permitted(request, scopes)
            if answer.headers.get('Content-Type', '').startswith('application/json'):
                answer = conditional(request, answer, 'max-age=0, private, must-revalidate')
        for scope, name in (('organization', 'RateLimit'), ('user', 'RateLimit-User')):
            limit = self.limits[scope]
            answer.headers.update(
                {
                    f'{name}-Limit': str(limit),
                    f'{name}-Remaining': str(max(0, limit - self.used)),
                    f'{name}-Reset': str(self._reset()),
                }
            )
        return answer

    def _reset(self):
        """Seconds to the next minute that counts for itself."""
        return max(1, round(self.reset_at - time.time()))

    def _over_limit(self):
        """Counts, and answers for the limit that is passed first."""
        if time.time() >= self.reset_at:
            self.used, self.reset_at = 0, time.time() + 60
        self.used += 1
        scope = min(self.limits, key=self.limits.get)
        if self.used <= self.limits[scope]:
            return None
        return json_answer(
            {
                'message': 'You have exceeded your API rate limit. Please wait.',
                'scope': scope,
                'limit': self.limits[scope],
                'current': self.used,
                'reset': self._reset(),
            },
            429,
        )

    def _permitted(self, request, scopes):
        if request.path == '/v2/access-token':
            return Part.answer(self, request)
        if scope_needed(request.path) not in scopes:
            message = f'Your access token has not the scope {scope_needed(request.path)}'
            return json_answer({'message': message}, 403)
        if request.token.endswith('elsewhere'):
            return self.not_found()
        return Part.answer(self, request)

    @route('GET', r'/v2/access-token')
    def access_token(self, request):
        return json_answer(
            {
                'uuid': make_uuid('token', request.token),
                'scopes': TOKENS[request.token],
                'description': 'Culprit',
                'created_at': '2026-07-16 06:07:42 UTC',
                'user': {'name': 'Alice', 'email': 'alice@quill.example'},
            }
        )

    # Builds.

    def is_own(self, organisation, pipeline=None):
        own = (self.scenario.organisation, self.scenario.pipeline)
        return (organisation, pipeline or self.scenario.pipeline) == own

    def _find_build(self, organisation, pipeline, number):
        return self.scenario.build(number) if self.is_own(organisation, pipeline) else None

    def _build_url(self, build):
        pipeline = f'{self.scenario.organisation}/pipelines/{self.scenario.pipeline}'
        return f'{self.url}/v2/organizations/{pipeline}/builds/{build.number}'

    def _show_job(self, job):
        base = f'{self._build_url(job.build)}/jobs/{job.id}'
        index, total = job.step.parallel or (None, None)
        return {
            'id': job.id,
            'graphql_id': f'Sm9i{job.id[:8]}',
            'type': 'script',
            'name': job.step.name,
            'step_key': job.step.key,
            'step': {'id': job.step_id},
            'state': job.state,
            'build_url': self._build_url(job.build),
            'web_url': f'{job.build.url}#{job.id}',
            'log_url': f'{base}/log',
            'raw_log_url': f'{base}/log.txt',
            'artifacts_url': f'{base}/artifacts',
            'command': job.step.command,
            'soft_failed': job.soft_failed,
            'exit_status': job.exit_status,
            'created_at': iso(job.created_at, True),
            'scheduled_at': iso(job.created_at, True),
            'runnable_at': iso(job.created_at, True),
            'started_at': iso(job.started_at, True),
            'finished_at': iso(job.finished_at, True),
            'expired_at': None,
            'retried': job.retried_in is not None,
            'retried_in_job_id': job.retried_in,
            'retries_count': job.attempt - 1,
            'retry_source': {
                'job_id': make_uuid('job', job.build.number, job.step.name, job.attempt - 1)
            }
            if job.attempt > 1
            else None,
            'retry_type': 'automatic' if job.retried_in else None,
            'parallel_group_index': index,
            'parallel_group_total': total,
            'matrix': None,
            'agent': None,
        }

    def _jobs_asked_for(self, request, build, states):
        """By state, and without retried ones unless they are asked for."""
        retried = request.get('include_retried_jobs') == 'true'
        return [
            each
            for each in build.jobs
            if (retried or each.retried_in is None) and (not states or each.state in states)
        ]

    def _show_build(self, request, build):
        shown = {
            'id': build.id,
            'graphql_id': f'QnVpbGQ{build.id[:8]}',
            'url': self._build_url(build),
            'web_url': build.url,
            'number': build.number,
            'state': build.state,
            'blocked': False,
            'message': build.message,
            'commit': build.commit,
            'branch': build.branch,
            'env': {},
            'source': 'webhook',
            'creator': {'name': build.author},
            'created_at': iso(build.created_at, True),
            'scheduled_at': iso(build.created_at, True),
            'started_at': iso(build.created_at, True) if build.jobs else None,
            'finished_at': iso(build.finished_at, True),
            'meta_data': {},
            'pull_request': {
                'id': str(build.pull.number),
                'base': self.scenario.branch,
                'repository': f'{self.scenario.github_url}/{self.scenario.repository}.git',
            }
            if build.pull
            else None,
            'pipeline': {
                'slug': self.scenario.pipeline,
                'name': 'ci',
                'repository': f'https://github.com/{self.scenario.repository}.git',
            },
        }
        if request.get('exclude_pipeline') == 'true':
            del shown['pipeline']
        if request.get('exclude_jobs') != 'true':
            shown['jobs'] = [
                self._show_job(each)
                for each in self._jobs_asked_for(request, build, request.get_all('job_states'))
            ]
        return shown

    @route('GET', OF_PIPELINE + r'/builds')
    def builds(self, request, organisation, pipeline):
        """Newest first, by branch, commit, state, and when it was created."""
        if not self.is_own(organisation, pipeline):
            return None
        if int(request.get('page') or 1) > 50:
            message = (
                'Listing builds this deep is not supported. Please narrow your query using filters '
                'such as branch or created_from.'
            )
            return json_answer({'message': message}, 400)
        branches, states, commits = (
            request.get_all(name) for name in ('branch', 'state', 'commit')
        )
        created_from = seconds(request.get('created_from'), 0)
        created_to = seconds(request.get('created_to'), math.inf)
        states += ['passed', 'failed', 'canceled'] if 'finished' in states else []
        found = [
            each
            for each in sorted(self.scenario.builds, key=lambda build: -build.created_at)
            if (not branches or each.branch in branches)
            and (not states or each.state in states)
            and (not commits or each.commit in commits)
            and created_from <= each.created_at < created_to
        ]
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
        start = next(
            (index + 1 for index, each in enumerate(found) if each.id == request.get('after')), 0
        )
        links = {'self': f'{self.url}{request.target}'}
        if start + size < len(found):
            query = {**request.query, 'after': [found[start + size - 1].id]}
            encoded = urllib.parse.urlencode(query, doseq=True)
            links['next'] = f'{self._build_url(build)}/jobs?{encoded}'
        return json_answer(
            {
                'items': [self._show_job(each) for each in found[start : start + size]],
                'links': links,
            }
        )

    @route('GET', OF_BUILD_JOB)
    def job_of_build(self, request, organisation, pipeline, number, identifier):
        job = self.scenario.job(identifier)
        build = self._find_build(organisation, pipeline, number)
        return json_answer(self._show_job(job)) if job and job.build is build else None

    @route('GET', OF_JOB)
    def job(self, request, organisation, identifier):
        job = self.scenario.job(identifier) if self.is_own(organisation) else None
        return job and json_answer(self._show_job(job))

    # A job's log: JSON, or plain text of which the last bytes may be asked for.

    def _give_log(self, request, job, ending):
        plain = ending == '.txt' or 'text/plain' in request.headers.get('accept', '')
        asked = request.headers.get('range')
        if asked and not (plain and re.fullmatch('bytes=-0*[1-9][0-9]*', asked)):
            return json_answer({'message': 'Only the last bytes of a plain log can be had'}, 400)
        if plain:
            return ranged(request, job.log, {'Content-Type': TEXT})
        lines = job.log.decode().splitlines()
        return json_answer(
            {
                'url': f'{self._build_url(job.build)}/jobs/{job.id}/log',
                'content': job.log.decode(),
                'size': len(job.log),
                'header_times': [
                    job.started_at * 10**9 + index
                    for index, line in enumerate(lines)
                    if line.endswith('~~~')
                ],
            }
        )

    @route('GET', OF_BUILD_JOB + r'/log(\.txt)?')
    def log_of_build(self, request, organisation, pipeline, number, identifier, ending):
        if not self.is_own(organisation, pipeline):
            return None
        return self.log(request, organisation, identifier, ending)

    @route('GET', OF_JOB + r'/log(\.txt)?')
    def log(self, request, organisation, identifier, ending):
        job = self.scenario.job(identifier) if self.is_own(organisation) else None
        return job and self._give_log(request, job, ending)
