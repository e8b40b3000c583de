# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pull requests, as GitHub's API shows them."""

from builds import iso
from exchange import json_answer, paged, route

REPOSITORY = r'/repos/([\w-]+/[\w-]+)'
PULL = REPOSITORY + r'/pulls/(\d+)'


class PullRoutes:
    def _own_pull(self, repository, number):
        return (
            self.scenario.pulls.get(int(number)) if repository == self.scenario.repository else None
        )

    def show_pull(self, pull, whole=False):
        owner, _, name = self.scenario.repository.partition('/')
        merged = pull.merged_at is not None
        shown = {
            'url': f'{self.base}/pulls/{pull.number}',
            'id': 2 * 10**6 + pull.number,
            'node_id': f'PR_{pull.number}',
            'number': pull.number,
            'html_url': f'{self.web}/pull/{pull.number}',
            'issue_url': f'{self.base}/issues/{pull.number}',
            'state': pull.state,
            'locked': False,
            'title': pull.title,
            'user': self.simple_user(pull.author),
            'body': pull.body,
            'labels': [],
            'draft': False,
            'created_at': iso(pull.created_at),
            'updated_at': iso(pull.merged_at or pull.created_at),
            'closed_at': iso(pull.merged_at),
            'merged_at': iso(pull.merged_at),
            'merge_commit_sha': pull.merge_commit,
            'statuses_url': f'{self.base}/statuses/{pull.head}',
            'head': {
                'label': f'{pull.author}:{pull.branch}',
                'ref': pull.branch,
                'sha': pull.head,
                'user': self.simple_user(pull.author),
                'repo': {'full_name': f'{pull.author}/{name}', 'fork': True},
            },
            'base': {
                'label': f'{owner}:{self.scenario.branch}',
                'ref': self.scenario.branch,
                'sha': pull.base,
                'user': self.simple_user(owner),
                'repo': {'full_name': self.scenario.repository, 'fork': False},
            },
        }
        if whole:
            shown.update(
                merged=merged,
                mergeable=None if merged else True,
                comments=0,
                commits=max(len(pull.commits), 1),
                additions=3,
                deletions=1,
                changed_files=len(pull.files),
            )
        return shown

    @route('GET', PULL)
    def pull(self, request, repository, number):
        pull = self._own_pull(repository, number)
        return pull and json_answer(self.show_pull(pull, whole=True))

    @route('GET', PULL + r'/files')
    def pull_files(self, request, repository, number):
        pull = self._own_pull(repository, number)
        return pull and paged(self, request, pull.files, lambda each: self.show_file(*each))

    @route('GET', PULL + r'/commits')
    def pull_commits(self, request, repository, number):
        pull = self._own_pull(repository, number)
        return pull and paged(self, request, pull.commits, self.show_commit)

    @route('GET', REPOSITORY + r'/pulls')
    def pulls(self, request, repository):
        """By state and head (OWNER:BRANCH), newest first."""
        if repository != self.scenario.repository:
            return None
        state, head = request.get('state', 'open'), request.get('head')
        found = [
            each
            for each in self.scenario.pulls.values()
            if state in ('all', each.state) and head in (None, f'{each.author}:{each.branch}')
        ]
        return paged(
            self, request, sorted(found, key=lambda each: -each.created_at), self.show_pull
        )

    @route('GET', REPOSITORY + r'/commits/([0-9a-f]{7,40})/pulls')
    def pulls_of_commit(self, request, repository, reference):
        if repository != self.scenario.repository or self.scenario.commit(reference) is None:
            return None
        found = [
            each
            for each in self.scenario.pulls.values()
            if (each.merge_commit or '').startswith(reference)
            or any(own.sha.startswith(reference) for own in each.commits)
        ]
        return paged(self, request, found, self.show_pull)
