# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""GitHub as service.py plays it: issues, commits, statuses, pull requests, Actions."""

import io
import sys
import zipfile

import tap
from client import ALICE, MAYA, Response, all_pages
from scenario import Scenario
from service import Service
from tap import case


@case
def lists_issues_as_github_does():
    with Service() as service:
        issues = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        pages = all_pages(f'{issues}?labels=ci-failure&state=open&per_page=30')
        found = [each for page in pages for each in page]
        assert len(pages) == -(-len(found) // 30) > 1 and any(
            'pull_request' in each for each in found
        )
        assert all(
            each['state'] == 'open' and each['labels'][0]['name'] == 'ci-failure' for each in found
        )
        assert [each['created_at'] for each in found] == sorted(
            (each['created_at'] for each in found), reverse=True
        )
        answer = Response(f'{issues}?labels=ci-failure&state=open')
        again = Response(
            f'{issues}?labels=ci-failure&state=open',
            headers={'If-None-Match': answer.headers['ETag']},
        )
        assert (
            again.status == 304
            and again.body == b''
            and service.count('github-api', status=304) == 1
        )
        assert Response(f'{issues}/77').json['pull_request']
        every = f'{issues}?state=all&labels=ci-failure&per_page=100'
        since = Response(f'{every}&since=2000-01-01T00:00:00Z')
        assert len(since.json) == 100 and since.next
        assert Response(f'{every}&since=2100-01-01T00:00:00Z').json == []
        assert (
            Response(f'{issues}/500').json['title'].endswith('test_closes_handle')
            and Response(f'{issues}/9999').status == 404
        )
        items = all_pages(
            f'{service.urls["github-api"]}/orgs/quill/projectsV2/20/items?per_page=20'
        )
        assert len(items) > 1 and {each['content_type'] for page in items for each in page} == {
            'Issue',
            'PullRequest',
            'DraftIssue',
        }
        assert (
            int(answer.headers['X-RateLimit-Remaining']) < 60
            and answer.headers['X-RateLimit-Reset']
        )


@case
def limits_those_without_a_token():
    with Service(Scenario(builds=20)) as service:
        service.parts['github-api'].limits[None] = 2
        user = f'{service.urls["github-api"]}/repos/quill/quill'
        assert [Response(user).status for _ in range(3)] == [200, 200, 403]
        refused = Response(user)
        assert (
            refused.headers['X-RateLimit-Remaining'] == '0'
            and 'rate limit' in refused.json['message']
        )
        assert (
            Response(user, headers=ALICE).status == 200
            and Response(user, headers={'Authorization': 'Bearer wrong'}).status == 401
        )


@case
def shows_commits_and_their_statuses():
    with Service() as service:
        repository = f'{service.urls["github-api"]}/repos/quill/quill'
        commits = Response(f'{repository}/commits?sha=main&per_page=100').json
        assert [each['sha'] for each in commits] == [
            each.sha for each in reversed(service.scenario.commits)
        ][:100]
        number = service.scenario.first + 199 - 49
        statuses = Response(f'{repository}/commits/{commits[49]["sha"]}/statuses?per_page=100').json
        assert [each['created_at'] for each in statuses] == sorted(
            (each['created_at'] for each in statuses), reverse=True
        )
        job = service.scenario.job_named(number, 'Binding Tests')
        found = next(each for each in statuses if each['context'] == 'buildkite/ci/binding-tests')
        assert (
            found['state'] == 'failure'
            and found['target_url']
            == f'{service.urls["buildkite"]}/quill/ci/builds/{number}#{job.id}'
        )
        assert (
            next(each for each in statuses if each['context'] == 'buildkite/ci')['state']
            == 'failure'
        )
        assert (
            Response(f'{repository}/commits/{service.scenario.commits[33].sha}/statuses').json == []
        )
        head = service.scenario.pulls[77].head
        combined = Response(f'{repository}/commits/{head}/status?per_page=100').json
        assert combined['state'] == 'failure' and 'buildkite/ci/pr/client-examples' in {
            each['context'] for each in combined['statuses']
        }


@case
def compares_commits_and_shows_pulls():
    with Service() as service:
        repository = f'{service.urls["github-api"]}/repos/quill/quill'
        good, bad = service.scenario.build(1147).commit, service.scenario.build(1150).commit
        between = Response(f'{repository}/compare/{good}...{bad}').json
        assert (
            between['status'] == 'ahead'
            and between['ahead_by'] == 3
            and between['merge_base_commit']['sha'] == good
        )
        assert {each['filename'] for each in between['files']} >= {
            'tests/bindings/test_handles.py',
            'quill/handles.py',
        }
        merged = Response(f'{repository}/commits/{bad}/pulls').json
        assert merged[0]['number'] == 250 and merged[0]['merged_at']
        pull = Response(f'{repository}/pulls/77').json
        assert pull['head']['label'] == 'alice:faster' and pull['state'] == 'open'
        against = Response(f'{repository}/compare/main...{pull["head"]["sha"]}').json
        assert (
            against['status'] == 'diverged'
            and against['merge_base_commit']['sha'] == service.scenario.build(1160).commit
        )
        names = [each['filename'] for each in Response(f'{repository}/pulls/77/files').json]
        assert names == ['quill/client/faster.py', 'tests/client/test_faster.py']


@case
def takes_issues_comments_and_reactions():
    with Service() as service:
        issues = f'{service.urls["github-api"]}/repos/quill/quill/issues'
        new = {'title': 'New', 'body': 'Text', 'labels': ['ci-failure']}
        assert Response(issues, 'POST', body=new).status == 401
        answer = Response(issues, 'POST', ALICE, new)
        assert (
            answer.status == 201
            and answer.json['labels'] == []
            and answer.json['user']['login'] == 'alice'
        )
        assert Response(issues, 'POST', MAYA, new).json['labels'][0]['name'] == 'ci-failure'
        assert Response(issues, 'POST', ALICE, {**new, 'labels': ['unknown']}).status == 403
        assert Response(issues, 'POST', ALICE, {**new, 'body': 'x' * 65537}).status == 422
        assert (
            Response(
                issues, 'POST', {'Authorization': 'Bearer github-token-without-scopes'}, new
            ).status
            == 403
        )
        number = answer.json['number']
        assert Response(f'{issues}/{number}').json['body'] == 'Text'
        assert (
            Response(f'{issues}/{number}/comments', 'POST', ALICE, {'body': 'More'}).status == 201
        )
        assert [each['body'] for each in Response(f'{issues}/{number}/comments').json] == ['More']
        assert [
            Response(f'{issues}/{number}/reactions', 'POST', ALICE, {'content': '+1'}).status
            for _ in range(2)
        ] == [201, 200]
        assert Response(f'{issues}/{number}').json['reactions']['+1'] == 1
        user = Response(f'{service.urls["github-api"]}/user', headers=ALICE)
        assert user.json['login'] == 'alice' and user.headers['X-OAuth-Scopes'] == 'public_repo'


@case
def has_runs_of_github_actions():
    with Service(Scenario(builds=20)) as service:
        actions = f'{service.urls["github-api"]}/repos/quill/quill/actions'
        assert Response(f'{actions}/runs/9001').json['conclusion'] == 'failure'
        jobs = Response(f'{actions}/runs/9001/jobs').json
        assert jobs['total_count'] == 3 and jobs['jobs'][1]['conclusion'] == 'failure'
        assert len(all_pages(f'{actions}/runs/9002/jobs')) == 2
        assert Response(f'{actions}/jobs/91002/logs').status == 403
        led = Response(f'{actions}/jobs/91002/logs', headers=ALICE)
        log = Response(led.headers['Location']).body
        assert (
            led.status == 302
            and b'##[error]Process completed' in log
            and b'test_example_asks' in log
        )
        archive = Response(
            Response(f'{actions}/runs/9001/logs', headers=ALICE).headers['Location']
        ).body
        assert zipfile.ZipFile(io.BytesIO(archive)).namelist() == [
            '0_lint.txt',
            '1_unit (3.11).txt',
            '2_unit (3.12).txt',
        ]
        head = service.scenario.pulls[77].head
        assert (
            Response(
                f'{actions.removesuffix("/actions")}/commits/{head}/check-runs?per_page=100'
            ).json['total_count']
            == 43
        )


if __name__ == '__main__':
    sys.exit(tap.main())
