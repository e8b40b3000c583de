# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""GitHub's REST API: who asks, the rate limit, ETags. What is asked for is in github_*.py.

Shapes: docs.github.com/rest.
"""

import dataclasses
import time

from exchange import Part, conditional, json_answer, route
from github_actions import ActionsRoutes
from github_commits import CommitRoutes
from github_issues import IssueRoutes
from github_pulls import PullRoutes


@dataclasses.dataclass
class Token:
    login: str
    scopes: list
    may_label: bool = False  # has the rights of a maintainer
    may_write: bool = True


TOKENS = {
    'github-token-of-alice': Token('alice', ['public_repo']),
    'github-token-of-maya': Token('maya', ['repo', 'read:org'], may_label=True),
    'github-token-without-scopes': Token('carol', [], may_write=False),
}


class GitHubApi(IssueRoutes, CommitRoutes, PullRoutes, ActionsRoutes, Part):
    name = 'github-api'

    def __init__(self, service):
        super().__init__(service)
        self.used = {}  # requests by token
        self.limits = {None: 60}  # an hour; 5000 with any token
        self.reset_at = int(time.time()) + 3600

    @property
    def base(self):
        return f'{self.url}/repos/{self.scenario.repository}'

    @property
    def web(self):
        return f'{self.scenario.github_url}/{self.scenario.repository}'

    def not_found(self):
        return json_answer(
            {
                'message': 'Not Found',
                'documentation_url': 'https://docs.github.com/rest',
                'status': '404',
            },
            404,
        )

    def refuse(self, status, message, **more):
        return json_answer(
            {
                'message': message,
                **more,
                'documentation_url': 'https://docs.github.com/rest',
                'status': str(status),
            },
            status,
        )

    def who(self, request):
        """The Token that comes with it, or None."""
        return TOKENS.get(request.token)

    def simple_user(self, login):
        return {
            'login': login,
            'id': sum(map(ord, login)),
            'type': 'User',
            'html_url': f'{self.scenario.github_url}/{login}',
            'url': f'{self.url}/users/{login}',
        }

    def answer(self, request):
        if request.token is not None and request.token not in TOKENS:
            return self.refuse(401, 'Bad credentials')
        limit = self.limits.get(request.token, 5000)
        if self.used.get(request.token, 0) >= limit:
            answer = self.refuse(403, 'API rate limit exceeded for 127.0.0.1.')
        else:
            answer = conditional(request, self._with_own_method(request), 'public, max-age=60, s-maxage=60')
        # A 304 is free to those who say who they are.
        if answer.status != 304 or request.token is None:
            self.used[request.token] = min(limit, self.used.get(request.token, 0) + 1)
        used = self.used.get(request.token, 0)
        answer.headers.update(
            {
                'X-RateLimit-Limit': str(limit),
                'X-RateLimit-Remaining': str(limit - used),
                'X-RateLimit-Used': str(used),
                'X-RateLimit-Reset': str(self.reset_at),
                'X-RateLimit-Resource': 'core',
                'X-GitHub-Media-Type': 'github.v3; format=json',
            }
        )
        if request.token:
            answer.headers['X-OAuth-Scopes'] = ', '.join(self.who(request).scopes)
        return answer

    def _with_own_method(self, request):
        with self.service.lock:
            if request.method not in ('GET', 'HEAD') and request.token is None:
                return self.refuse(401, 'Requires authentication')
            return Part.answer(self, request)

    @route('GET', r'/user')
    def user(self, request):
        who = self.who(request)
        return (
            json_answer({**self.simple_user(who.login), 'name': who.login.capitalize()})
            if who
            else self.refuse(401, 'Requires authentication')
        )

    @route('GET', r'/rate_limit')
    def rate_limit(self, request):
        limit, used = self.limits.get(request.token, 5000), self.used.get(request.token, 0)
        core = {'limit': limit, 'used': used, 'remaining': limit - used, 'reset': self.reset_at}
        return json_answer({'resources': {'core': core}, 'rate': core})

    @route('GET', r'/repos/([\w-]+/[\w-]+)')
    def repository(self, request, name):
        if name != self.scenario.repository:
            return None
        owner = self.scenario.repository.partition('/')[0]
        shown = {
            'id': 1,
            'full_name': name,
            'name': name.partition('/')[2],
            'owner': self.simple_user(owner),
            'private': False,
            'html_url': self.web,
            'default_branch': self.scenario.branch,
        }
        who = self.who(request)
        if who:
            shown['permissions'] = {
                'pull': True,
                'triage': who.may_label,
                'push': who.may_label,
                'maintain': False,
                'admin': False,
            }
        return json_answer(shown)
