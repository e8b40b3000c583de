# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs and jobs of GitHub Actions, their logs, and the checks of a commit."""

import json

from builds import iso
from exchange import json_answer, paged, redirect, route

REPOSITORY = r'/repos/([\w-]+/[\w-]+)'


class ActionsRoutes:
    def _own_run(self, repository, number):
        return (
            self.scenario.actions.run(int(number))
            if repository == self.scenario.repository
            else None
        )

    def _own_job(self, repository, number):
        return (
            self.scenario.actions.job(int(number))
            if repository == self.scenario.repository
            else None
        )

    def _show_run(self, run):
        return {
            'id': run.id,
            'name': run.name,
            'node_id': f'WFR_{run.id}',
            'head_branch': run.branch,
            'head_sha': run.sha,
            'path': '.github/workflows/tests.yml',
            'display_title': run.name,
            'run_number': 12,
            'run_attempt': 1,
            'event': 'pull_request',
            'status': 'completed',
            'conclusion': run.conclusion,
            'workflow_id': 5,
            'url': f'{self.base}/actions/runs/{run.id}',
            'html_url': f'{self.web}/actions/runs/{run.id}',
            'jobs_url': f'{self.base}/actions/runs/{run.id}/jobs',
            'logs_url': f'{self.base}/actions/runs/{run.id}/logs',
            'pull_requests': [{'number': run.pull, 'url': f'{self.base}/pulls/{run.pull}'}],
            'created_at': iso(run.created_at),
            'updated_at': iso(run.created_at + 600),
            'run_started_at': iso(run.created_at),
            'repository': {'full_name': self.scenario.repository},
        }

    def _show_job(self, job):
        run = job.run
        return {
            'id': job.id,
            'run_id': run.id,
            'workflow_name': run.name,
            'head_branch': run.branch,
            'run_url': f'{self.base}/actions/runs/{run.id}',
            'run_attempt': 1,
            'node_id': f'CR_{job.id}',
            'head_sha': run.sha,
            'url': f'{self.base}/actions/jobs/{job.id}',
            'html_url': f'{self.web}/actions/runs/{run.id}/job/{job.id}',
            'status': 'completed' if job.conclusion else 'in_progress',
            'conclusion': job.conclusion,
            'created_at': iso(run.created_at),
            'started_at': iso(run.created_at),
            'completed_at': iso(run.created_at + 300),
            'name': job.name,
            'steps': [
                {
                    'name': 'Run pytest',
                    'status': 'completed',
                    'conclusion': job.conclusion,
                    'number': 1,
                }
            ],
            'check_run_url': f'{self.base}/check-runs/{job.id}',
            'labels': ['ubuntu-latest'],
            'runner_name': 'runner-1',
        }

    def _counted(self, request, name, items, make):
        """A page as an object: how many there are, and those of the page."""
        answer = paged(self, request, items, make)
        answer.body = json.dumps(
            {'total_count': len(items), name: json.loads(answer.body)}
        ).encode()
        return answer

    @route('GET', REPOSITORY + r'/actions/runs/(\d+)')
    def run(self, request, *names):
        run = self._own_run(*names)
        return run and json_answer(self._show_run(run))

    @route('GET', REPOSITORY + r'/actions/runs/(\d+)/jobs')
    def jobs_of_run(self, request, *names):
        run = self._own_run(*names)
        return run and self._counted(request, 'jobs', run.jobs, self._show_job)

    @route('GET', REPOSITORY + r'/actions/jobs/(\d+)')
    def actions_job(self, request, *names):
        job = self._own_job(*names)
        return job and json_answer(self._show_job(job))

    def _give_link(self, request, path):
        """Logs need a token, though all of the repository is public."""
        if request.token is None:
            return self.refuse(403, 'Must have admin rights to Repository.')
        return redirect(self.service.parts['storage'].link_to(path))

    @route('GET', REPOSITORY + r'/actions/jobs/(\d+)/logs')
    def log_of_job(self, request, *names):
        job = self._own_job(*names)
        return job and self._give_link(request, f'actions/job/{job.id}.txt')

    @route('GET', REPOSITORY + r'/actions/runs/(\d+)/logs')
    def logs_of_run(self, request, *names):
        run = self._own_run(*names)
        return run and self._give_link(request, f'actions/run/{run.id}.zip')

    def _show_check(self, job):
        url = f'{self.web}/actions/runs/{job.run.id}/job/{job.id}'
        return {
            'id': job.id,
            'head_sha': job.run.sha,
            'node_id': f'CR_{job.id}',
            'external_id': str(job.id),
            'url': f'{self.base}/check-runs/{job.id}',
            'html_url': url,
            'details_url': url,
            'status': 'completed' if job.conclusion else 'in_progress',
            'conclusion': job.conclusion,
            'started_at': iso(job.run.created_at),
            'completed_at': iso(job.run.created_at + 300),
            'name': job.name,
            'output': {'title': None, 'summary': None},
            'check_suite': {'id': job.run.id},
            'app': {'id': 15368, 'slug': 'github-actions', 'name': 'GitHub Actions'},
            'pull_requests': [{'number': job.run.pull}],
        }

    @route('GET', REPOSITORY + r'/commits/([\w.:-]+)/check-runs')
    def check_runs(self, request, repository, reference):
        commit = self._own_commit(repository, reference)
        if commit is None:
            return None
        jobs = [job for run in self.scenario.actions.of_commit(commit.sha) for job in run.jobs]
        return self._counted(request, 'check_runs', jobs, self._show_check)
