# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Commits, what lies between two, and their statuses: one a job of Buildkite's, and one a build."""

import itertools
import math

from builds import iso, seconds
from exchange import json_answer, paged, route, slice_of

REPOSITORY = r'/repos/([\w-]+/[\w-]+)'
COMMIT = REPOSITORY + r'/commits/([\w.:-]+)'
FILES_AT_MOST, COMMITS_AT_MOST = 300, 250


class CommitRoutes:
    def _own_commit(self, repository, reference):
        return self.scenario.commit(reference) if repository == self.scenario.repository else None

    def show_file(self, name, status):
        return {
            'sha': '0' * 40,
            'filename': name,
            'status': status,
            'additions': 3,
            'deletions': 1,
            'changes': 4,
            'blob_url': f'{self.web}/blob/{self.scenario.branch}/{name}',
            'raw_url': f'{self.web}/raw/{self.scenario.branch}/{name}',
            'contents_url': f'{self.base}/contents/{name}',
            'patch': '@@ -1,3 +1,5 @@\n import quill\n-page = 1\n+page = 2\n+page.close()\n',
        }

    def show_commit(self, commit, with_files=False):
        person = {
            'name': commit.author,
            'email': f'{commit.author}@quill.example',
            'date': iso(commit.date),
        }
        shown = {
            'sha': commit.sha,
            'node_id': f'C_{commit.sha[:8]}',
            'url': f'{self.base}/commits/{commit.sha}',
            'html_url': f'{self.web}/commit/{commit.sha}',
            'commit': {
                'author': person,
                'committer': person,
                'message': commit.message,
                'tree': {'sha': commit.sha[::-1]},
                'comment_count': 0,
            },
            'author': self.simple_user(commit.author),
            'committer': self.simple_user(commit.author),
            'parents': [
                {
                    'sha': commit.parent,
                    'url': f'{self.base}/commits/{commit.parent}',
                    'html_url': f'{self.web}/commit/{commit.parent}',
                }
            ],
        }
        if with_files:
            shown.update(
                stats={'total': 4, 'additions': 3, 'deletions': 1},
                files=[self.show_file(*each) for each in commit.files],
            )
        return shown

    @route('GET', REPOSITORY + r'/commits')
    def commits(self, request, repository):
        start = self._own_commit(repository, request.get('sha', self.scenario.branch))
        if start is None:
            return None
        since, until, path = (
            seconds(request.get('since'), 0),
            seconds(request.get('until'), math.inf),
            request.get('path'),
        )
        found = [
            each
            for each in self.scenario.ancestors(start)
            if since <= each.date <= until
            and (path is None or any(name.startswith(path) for name, _ in each.files))
        ]
        return paged(self, request, found, self.show_commit)

    @route('GET', COMMIT)
    def commit(self, request, repository, reference):
        commit = self._own_commit(repository, reference)
        if commit is None:
            return (
                self.refuse(422, f'No commit found for SHA: {reference}')
                if repository == self.scenario.repository
                else None
            )
        return json_answer(self.show_commit(commit, with_files=True))

    @route('GET', REPOSITORY + r'/compare/(.+?)\.\.\.(.+)')
    def compare(self, request, repository, base_name, head_name):
        """At most 250 commits; files on the first page alone, 300 at most."""
        base, head = self._own_commit(repository, base_name), self._own_commit(
            repository, head_name
        )
        if base is None or head is None:
            return None
        of_base, of_head = list(self.scenario.ancestors(base)), list(self.scenario.ancestors(head))
        known = {each.sha for each in of_base}
        merge_base = next(each for each in of_head if each.sha in known)
        ahead = list(
            reversed(list(itertools.takewhile(lambda each: each.sha not in known, of_head)))
        )
        behind = of_base.index(next(each for each in of_base if each.sha == merge_base.sha))
        files = {name: status for each in ahead for name, status in each.files}
        chosen, page, _ = slice_of(request, ahead, COMMITS_AT_MOST)
        status = (
            'identical'
            if not ahead and not behind
            else 'diverged'
            if ahead and behind
            else 'ahead'
            if ahead
            else 'behind'
        )
        return json_answer(
            {
                'url': f'{self.base}/compare/{base.sha}...{head.sha}',
                'html_url': f'{self.web}/compare/{base_name}...{head_name}',
                'base_commit': self.show_commit(base),
                'merge_base_commit': self.show_commit(merge_base),
                'status': status,
                'ahead_by': len(ahead),
                'behind_by': behind,
                'total_commits': len(ahead),
                'commits': [self.show_commit(each) for each in chosen],
                'files': [self.show_file(*each) for each in list(files.items())[:FILES_AT_MOST]]
                if page == 1
                else [],
            }
        )

    # Statuses.

    def _status(self, commit, context, state, url, created_at, description):
        return {
            'url': f'{self.base}/statuses/{commit.sha}',
            'avatar_url': None,
            'id': created_at * 1000 + len(context),
            'node_id': 'SC_1',
            'state': state,
            'description': description,
            'target_url': url,
            'context': context,
            'created_at': iso(created_at),
            'updated_at': iso(created_at),
            'creator': self.simple_user('buildkite'),
        }

    def _statuses_of_job(self, commit, prefix, job):
        """What Buildkite told about it: pending when it began, then how it ended."""
        url, context = f'{job.build.url}#{job.id}', f'{prefix}/{job.step.slug}'
        told = [self._status(commit, context, 'pending', url, job.created_at, 'Scheduled')]
        if job.finished_at:
            state = {
                'passed': 'success',
                'failed': 'success' if job.soft_failed else 'failure',
                'canceled': 'error',
            }[job.state]
            minutes = (job.finished_at - job.started_at) // 60
            words = {
                'success': 'Passed',
                'failure': f'Failed (exit status {job.exit_status})',
                'error': 'Canceled',
            }[state]
            told.append(
                self._status(
                    commit, context, state, url, job.finished_at, f'{words} after {minutes} minutes'
                )
            )
        return told

    def statuses_of(self, commit):
        """All that was told of a commit, newest first: the first of a context holds."""
        told = []
        for build in self.scenario.builds_of(commit.sha):
            if build.state == 'skipped':
                continue
            prefix = f'buildkite/{self.scenario.pipeline}' + ('/pr' if build.pull else '')
            told.append(
                self._status(
                    commit,
                    prefix,
                    'pending',
                    build.url,
                    build.created_at,
                    f'Build #{build.number} started',
                )
            )
            for job in build.jobs:
                told += self._statuses_of_job(commit, prefix, job)
            if build.finished_at:
                state = {'passed': 'success', 'failed': 'failure', 'canceled': 'error'}[build.state]
                told.append(
                    self._status(
                        commit,
                        prefix,
                        state,
                        build.url,
                        build.finished_at + 1,
                        f'Build #{build.number} {build.state}',
                    )
                )
        return sorted(told, key=lambda each: each['created_at'], reverse=True)

    @route('GET', COMMIT + r'/statuses')
    def statuses(self, request, repository, reference):
        commit = self._own_commit(repository, reference)
        return commit and paged(self, request, self.statuses_of(commit), lambda each: each)

    @route('GET', COMMIT + r'/status')
    def combined_status(self, request, repository, reference):
        commit = self._own_commit(repository, reference)
        if commit is None:
            return None
        latest = {}
        for each in self.statuses_of(commit):
            latest.setdefault(each['context'], each)
        states = {each['state'] for each in latest.values()}
        state = (
            'failure'
            if states & {'failure', 'error'}
            else 'pending'
            if 'pending' in states or not states
            else 'success'
        )
        answer = paged(self, request, list(latest.values()), lambda each: each)
        shown = {
            'state': state,
            'statuses': [],
            'sha': commit.sha,
            'total_count': len(latest),
            'commit_url': f'{self.base}/commits/{commit.sha}',
            'url': f'{self.base}/commits/{commit.sha}/status',
        }
        answer.body = json_answer(shown).body.replace(
            b'"statuses": []', b'"statuses": ' + answer.body
        )
        return answer
