# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs of GitHub Actions in the made-up repository: two on the head of pull request 77."""

import dataclasses
import functools

import joblog
import steps

RUN, BIG_RUN = 9001, 9002


@dataclasses.dataclass
class ActionsJob:
    id: int
    run: object = dataclasses.field(repr=False)
    name: str
    conclusion: str  # 'success', 'failure', 'cancelled', 'skipped'; None while it runs
    tests: tuple = ()  # those that fail

    @functools.cached_property
    def log(self):
        lines = [
            '##[group]Operating System',
            'Debian',
            '##[endgroup]',
            '##[group]Run pytest -v client',
            'pytest -v client',
            '##[endgroup]',
            *joblog.pytest_session([steps.CLIENT_ASKS], self.tests),
        ]
        if self.conclusion == 'failure':
            lines.append('##[error]Process completed with exit code 1.')
        return joblog.actions_log(lines, self.run.created_at)


@dataclasses.dataclass
class Run:
    id: int
    name: str
    sha: str
    branch: str
    pull: int
    created_at: int
    jobs: list = dataclasses.field(default_factory=list)

    @property
    def conclusion(self):
        return 'failure' if any(each.conclusion == 'failure' for each in self.jobs) else 'success'


class Actions:
    def __init__(self, scenario):
        pull = scenario.pulls[77]
        self.runs = [
            Run(identifier, name, pull.head, pull.branch, pull.number, scenario.now - 7200)
            for identifier, name in ((RUN, 'Tests'), (BIG_RUN, 'Many tests'))
        ]
        tests, many = self.runs
        tests.jobs = [
            ActionsJob(91001, tests, 'lint', 'success'),
            ActionsJob(91002, tests, 'unit (3.11)', 'failure', (steps.CLIENT_ASKS,)),
            ActionsJob(91003, tests, 'unit (3.12)', 'success'),
        ]
        many.jobs = [
            ActionsJob(
                92000 + index,
                many,
                f'part {index}',
                'failure' if index == 39 else 'success',
                (steps.IS_FASTER,) if index == 39 else (),
            )
            for index in range(40)
        ]

    def run(self, identifier):
        return next((each for each in self.runs if each.id == identifier), None)

    def job(self, identifier):
        return next((job for each in self.runs for job in each.jobs if job.id == identifier), None)

    def of_commit(self, sha):
        return [each for each in self.runs if each.sha == sha]
