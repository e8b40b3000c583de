# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite's public pages, as anybody sees them without a token.

They are not documented. Shapes: from public scripts that read them, of which some come without the
cookie and others say that it is needed; here it is, unless the Service is told cookies=False.

  /ORG/PIPELINE/builds?branch=B&page=N           HTML: each build a href="/ORG/PIPELINE/builds/N",
                                                 and rel="next" if there are more
  /ORG/PIPELINE/builds/N                         HTML; sets the session's cookie
  /ORG/PIPELINE/builds/N.json                    the build, without its jobs
  /ORG/PIPELINE/builds/N/data/jobs?page=N&include_retried_jobs=true&paginate=false
  /organizations/ORG/pipelines/PIPELINE/builds/N/jobs/UUID/download[.txt]
"""

from builds import iso, make_uuid
from exchange import Part, html_answer, json_answer, redirect, route, slice_of

COOKIE = '_buildkite_sess'
PAGE = 30
BUILD = r'/([\w-]+)/([\w-]+)/builds/(\d+)'
JOB = r'/organizations/([\w-]+)/pipelines/([\w-]+)/builds/(\d+)/jobs/([0-9a-f-]+)'


class Buildkite(Part):
    name = 'buildkite'

    def _build(self, organisation, pipeline, number):
        own = (self.scenario.organisation, self.scenario.pipeline)
        return self.scenario.build(number) if (organisation, pipeline) == own else None

    def _has_cookie(self, request):
        return (
            not self.service.cookies
            or f'{COOKIE}={self.service.session}' in request.headers.get('cookie', '')
        )

    def _refuse(self):
        return json_answer({'message': 'You must be logged in to see this page'}, 403)

    def _page(self, title, body=''):
        answer = html_answer(title, body)
        answer.headers[
            'Set-Cookie'
        ] = f'{COOKIE}={self.service.session}; path=/; HttpOnly; SameSite=Lax'
        return answer

    @route('GET', r'/([\w-]+)/([\w-]+)/builds')
    def builds(self, request, organisation, pipeline):
        branch = request.get('branch')
        found = [each for each in reversed(self.scenario.builds) if branch in (None, each.branch)]
        chosen, page, last = slice_of(request, found, PAGE, PAGE)
        links = ''.join(
            f'<a href="/{organisation}/{pipeline}/builds/{each.number}">{each.message}</a>\n'
            for each in chosen
        )
        following = f'<a rel="next" href="?page={page + 1}">Next</a>' if page < last else ''
        return self._page('Builds', links + following)

    @route('GET', BUILD + r'(?:/(?:list|canvas|steps(?:/\w+)?))?')
    def build_page(self, request, *names):
        build = self._build(*names)
        return build and self._page(
            f'{build.message} · quill / ci #{build.number}',
            f'<h1>{build.message}</h1><p>{build.branch} {build.commit}</p>',
        )

    @route('GET', BUILD + r'\.json')
    def build_json(self, request, *names):
        build = self._build(*names)
        if build is None:
            return None
        repository = f'{self.scenario.github_url}/{self.scenario.repository}'
        return json_answer(
            {
                'id': build.id,
                'number': build.number,
                'state': build.state,
                'message': build.message,
                'branch_name': build.branch,
                'commit_id': build.commit,
                'commit_url': f'{repository}/commit/{build.commit}',
                'source': 'webhook',
                'pull_request': {'id': str(build.pull.number)} if build.pull else None,
                'created_at': iso(build.created_at, True),
                'started_at': iso(build.created_at, True),
                'finished_at': iso(build.finished_at, True),
                'build_data_base_path': f'/{names[0]}/{names[1]}/builds/{build.number}/data',
            }
        )

    def _record(self, build, job):
        pipeline = f'{self.scenario.organisation}/pipelines/{self.scenario.pipeline}'
        return {
            'id': job.id,
            'type': 'script',
            'name': job.step.name,
            'step_uuid': job.step_id,
            'state': {'running': 'running', 'canceled': 'canceled'}.get(job.state, 'finished'),
            'passed': job.state == 'passed',
            'soft_failed': job.soft_failed,
            'exit_status': job.exit_status,
            'created_at': iso(job.created_at, True),
            'started_at': iso(job.started_at, True),
            'finished_at': iso(job.finished_at, True),
            'canceled_at': iso(job.finished_at, True) if job.state == 'canceled' else None,
            'timed_out_at': None,
            'retried_in_job_uuid': job.retried_in,
            'parallel_group_index': job.step.parallel[0] if job.step.parallel else None,
            'parallel_group_total': job.step.parallel[1] if job.step.parallel else None,
            'base_path': f'/organizations/{pipeline}/builds/{build.number}/jobs/{job.id}',
        }

    def _waiter(self, build):
        return {
            'id': make_uuid('waiter', build.number),
            'type': 'waiter',
            'name': None,
            'state': 'finished',
            'passed': None,
        }

    @route('GET', BUILD + r'/data/jobs')
    def jobs(self, request, *names):
        build = self._build(*names)
        if build is None:
            return None
        if not self._has_cookie(request):
            return self._refuse()
        records = [
            self._record(build, each)
            for each in build.jobs
            if request.get('include_retried_jobs') != 'false' or each.retried_in is None
        ]
        if records:
            records.insert(2, self._waiter(build))
        if request.get('paginate') == 'false':
            return json_answer({'records': records, 'has_next_page': False})
        page = max(1, int(request.get('page') or 1))
        return json_answer(
            {
                'records': records[(page - 1) * PAGE : page * PAGE],
                'has_next_page': page * PAGE < len(records),
            }
        )

    @route('GET', JOB + r'/download(?:\.txt)?')
    def download(self, request, organisation, pipeline, number, identifier):
        job = self.scenario.job(identifier)
        if job is None or job.build is not self._build(organisation, pipeline, number):
            return None
        if not self._has_cookie(request):
            return self._refuse()
        return redirect(self.service.parts['storage'].link_to(f'buildkite/{job.id}.log'))
