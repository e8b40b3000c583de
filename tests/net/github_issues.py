# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Issues, their comments and reactions, and the board, as GitHub's API shows and takes them."""

import base64
import urllib.parse

from builds import iso, seconds
from exchange import json_answer, paged, route
from tracker import LABELS, Comment, Issue

BODY_LIMIT, TITLE_LIMIT = 65536, 256
REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']
REPOSITORY = r'/repos/([\w-]+/[\w-]+)'
ISSUE = REPOSITORY + r'/issues/(\d+)'


class IssueRoutes:
    def _own_issue(self, repository, number):
        return self.scenario.issue(number) if repository == self.scenario.repository else None

    def _show_label(self, name):
        return {
            'id': LABELS.index(name) if name in LABELS else 99,
            'name': name,
            'color': 'd73a4a',
            'default': False,
            'description': '',
        }

    def show_issue(self, issue):
        kind = 'pull' if issue.is_pull else 'issues'
        counts = {
            each: sum(1 for _, content in issue.reactions if content == each) for each in REACTIONS
        }
        shown = {
            'url': f'{self.base}/issues/{issue.number}',
            'repository_url': self.base,
            'comments_url': f'{self.base}/issues/{issue.number}/comments',
            'html_url': f'{self.web}/{kind}/{issue.number}',
            'id': 10**6 + issue.number,
            'node_id': f'I_{issue.number}',
            'number': issue.number,
            'title': issue.title,
            'user': self.simple_user(issue.author),
            'labels': [self._show_label(each) for each in issue.labels],
            'state': issue.state,
            'state_reason': None if issue.closed_at is None else 'completed',
            'locked': False,
            'assignee': None,
            'assignees': [],
            'milestone': None,
            'comments': len(issue.comments),
            'created_at': iso(issue.created_at),
            'updated_at': iso(issue.updated_at),
            'closed_at': iso(issue.closed_at),
            'author_association': 'CONTRIBUTOR',
            'body': issue.body,
            'reactions': {
                'url': f'{self.base}/issues/{issue.number}/reactions',
                'total_count': len(issue.reactions),
                **counts,
            },
        }
        if issue.is_pull:
            shown['pull_request'] = {
                'url': f'{self.base}/pulls/{issue.number}',
                'html_url': f'{self.web}/pull/{issue.number}',
                'merged_at': iso(issue.closed_at),
            }
        return shown

    @route('GET', REPOSITORY + r'/issues')
    def issues(self, request, repository):
        """By labels (all of them), state and since, newest first; sort=updated too."""
        if repository != self.scenario.repository:
            return None
        labels, state, since = (
            request.get_all('labels'),
            request.get('state', 'open'),
            seconds(request.get('since'), 0),
        )
        found = [
            each
            for each in self.scenario.issues
            if set(labels) <= set(each.labels)
            and state in ('all', each.state)
            and each.updated_at >= since
        ]
        moment = (
            (lambda issue: (issue.updated_at, issue.number))
            if request.get('sort') == 'updated'
            else (lambda issue: (issue.created_at, issue.number))
        )
        found.sort(key=moment, reverse=request.get('direction', 'desc') == 'desc')
        return paged(self, request, found, self.show_issue)

    @route('GET', ISSUE)
    def issue(self, request, repository, number):
        issue = self._own_issue(repository, number)
        return issue and json_answer(self.show_issue(issue))

    # Comments and reactions.

    def _show_comment(self, issue, comment):
        return {
            'id': comment.id,
            'node_id': f'IC_{comment.id}',
            'url': f'{self.base}/issues/comments/{comment.id}',
            'html_url': f'{self.web}/issues/{issue.number}#issuecomment-{comment.id}',
            'issue_url': f'{self.base}/issues/{issue.number}',
            'user': self.simple_user(comment.author),
            'created_at': iso(comment.created_at),
            'updated_at': iso(comment.created_at),
            'author_association': 'CONTRIBUTOR',
            'body': comment.body,
        }

    @route('GET', ISSUE + r'/comments')
    def comments(self, request, repository, number):
        issue = self._own_issue(repository, number)
        return issue and paged(
            self, request, issue.comments, lambda comment: self._show_comment(issue, comment)
        )

    def _show_reaction(self, index, login, content):
        return {
            'id': index,
            'node_id': f'REA_{index}',
            'user': self.simple_user(login),
            'content': content,
            'created_at': iso(self.scenario.now),
        }

    @route('GET', ISSUE + r'/reactions')
    def reactions(self, request, repository, number):
        issue = self._own_issue(repository, number)
        return issue and paged(
            self,
            request,
            list(enumerate(issue.reactions)),
            lambda each: self._show_reaction(each[0], *each[1]),
        )

    # Writing. Who asks is known, see github_api.py.

    def _invalid(self, resource, field, code, message=None):
        error = {
            'resource': resource,
            'field': field,
            'code': code,
            **({'message': message} if message else {}),
        }
        return self.refuse(422, 'Validation Failed', errors=[error])

    def _check_body(self, resource, body):
        if len(body or '') > BODY_LIMIT:
            return self._invalid(
                resource, 'body', 'custom', f'body is too long (maximum is {BODY_LIMIT} characters)'
            )
        return None

    def _check_writer(self, request):
        return (
            None
            if self.who(request).may_write
            else self.refuse(403, 'Resource not accessible by personal access token')
        )

    @route('POST', REPOSITORY + r'/issues')
    def create_issue(self, request, repository):
        """Labels that may not be set are dropped without a word; an unknown one is refused."""
        if repository != self.scenario.repository:
            return None
        refused = self._check_writer(request)
        if refused:
            return refused
        asked = request.json()
        if asked is None:
            return self.refuse(400, 'Problems parsing JSON')
        title, body, labels = asked.get('title'), asked.get('body'), asked.get('labels') or []
        if not title or len(title) > TITLE_LIMIT:
            return self._invalid('Issue', 'title', 'custom' if title else 'missing_field')
        who = self.who(request)
        if not who.may_label and not set(labels) <= set(LABELS):
            return self.refuse(
                403,
                'You do not have permission to create labels on this repository.',
                errors=[{'resource': 'Repository', 'field': 'label', 'code': 'unauthorized'}],
            )
        refused = self._check_body('Issue', body)
        if refused:
            return refused
        number = max([each.number for each in self.scenario.issues] + list(self.scenario.pulls)) + 1
        issue = Issue(
            number,
            title,
            body or '',
            who.login,
            self.scenario.now,
            labels=list(labels) if who.may_label else [],
        )
        self.scenario.issues.append(issue)
        return json_answer(self.show_issue(issue), 201, Location=f'{self.base}/issues/{number}')

    @route('POST', ISSUE + r'/comments')
    def create_comment(self, request, repository, number):
        issue = self._own_issue(repository, number)
        if issue is None:
            return None
        body = (request.json() or {}).get('body')
        refused = self._check_writer(request) or (
            self._check_body('IssueComment', body)
            if body
            else self._invalid('IssueComment', 'body', 'missing_field')
        )
        if refused:
            return refused
        comment = Comment(
            7000 + sum(len(each.comments) for each in self.scenario.issues),
            self.who(request).login,
            body,
            self.scenario.now,
        )
        issue.comments.append(comment)
        return json_answer(
            self._show_comment(issue, comment),
            201,
            Location=f'{self.base}/issues/comments/{comment.id}',
        )

    @route('POST', ISSUE + r'/reactions')
    def create_reaction(self, request, repository, number):
        issue = self._own_issue(repository, number)
        if issue is None:
            return None
        content = (request.json() or {}).get('content')
        refused = self._check_writer(request) or (
            None if content in REACTIONS else self._invalid('Reaction', 'content', 'invalid')
        )
        if refused:
            return refused
        reaction = (self.who(request).login, content)
        status = 200 if reaction in issue.reactions else 201
        if status == 201:
            issue.reactions.append(reaction)
        return json_answer(self._show_reaction(issue.reactions.index(reaction), *reaction), status)

    # The board, in pages with a cursor.

    def _show_item(self, index, issue):
        board = f'{self.scenario.organisation}/projectsV2/{self.scenario.board}'
        project = f'{self.url}/orgs/{board}'
        return {
            'id': 30000 + index,
            'node_id': f'PVTI_{index}',
            'project_url': project,
            'item_url': f'{project}/items/{30000 + index}',
            'content_type': 'PullRequest' if issue.is_pull else 'Issue',
            'content': self.show_issue(issue),
            'creator': self.simple_user('maya'),
            'created_at': iso(issue.created_at),
            'updated_at': iso(issue.updated_at),
            'archived_at': None,
            'fields': [
                {
                    'id': 1,
                    'name': 'Title',
                    'data_type': 'title',
                    'value': {
                        'raw': issue.title,
                        'html': issue.title,
                        'number': issue.number,
                        'state': issue.state,
                    },
                }
            ],
        }

    def _draft(self):
        return {
            'id': 29999,
            'node_id': 'PVTI_draft',
            'content_type': 'DraftIssue',
            'content': {'id': 1, 'title': 'Look at the kernels', 'body': None},
            'creator': self.simple_user('maya'),
            'created_at': iso(self.scenario.now),
            'updated_at': iso(self.scenario.now),
            'archived_at': None,
            'fields': [],
        }

    @route('GET', r'/orgs/([\w-]+)/projectsV2/(\d+)/items')
    def board_items(self, request, organisation, number):
        if (organisation, int(number)) != (self.scenario.organisation, self.scenario.board):
            return None
        items = [self._draft()] + [
            self._show_item(index, each)
            for index, each in enumerate(self.scenario.issues)
            if each.listed
        ]
        size = max(1, min(int(request.get('per_page') or 30), 100))
        start = int(base64.b64decode(request.get('after')) or 0) if request.get('after') else 0
        answer = json_answer(items[start : start + size])
        if start + size < len(items):
            cursor = base64.b64encode(str(start + size).encode()).decode()
            query = urllib.parse.urlencode({**request.query, 'after': [cursor]}, doseq=True)
            answer.headers['Link'] = f'<{self.url}{request.path}?{query}>; rel="next"'
        return answer
