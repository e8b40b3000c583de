# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Builds of the made-up pipeline, their jobs, and the commits that they are of."""

import dataclasses
import datetime
import functools
import hashlib
import time
import uuid

import joblog
import steps as pipeline
from steps import Failed
from tracker import Pull

NAMESPACE = uuid.UUID('6307197f-3e84-5be5-9042-a44ca84460d7')


def make_uuid(*words):
    return str(uuid.uuid5(NAMESPACE, ' '.join(map(str, words))))


def make_commit(*words):
    return hashlib.sha1(' '.join(map(str, words)).encode()).hexdigest()


def iso(seconds, fraction=False):
    """2026-11-24T12:01:46Z; Buildkite has milliseconds. None stays None."""
    if seconds is None:
        return None
    return time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds)) + ('.000Z' if fraction else 'Z')


def seconds(text, otherwise):
    """The opposite; OTHERWISE for what is no such time."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return otherwise
    return moment.replace(tzinfo=moment.tzinfo or datetime.timezone.utc).timestamp()


@dataclasses.dataclass(eq=False)
class Job:
    build: object = dataclasses.field(repr=False)
    step: pipeline.Step
    attempt: int  # from 1
    outcome: object  # see steps.py
    created_at: int
    retried_in: str = None  # the id of the attempt after this one

    @property
    def id(self):
        return make_uuid('job', self.build.number, self.step.name, *self.step.parallel, self.attempt)

    @property
    def step_id(self):
        return make_uuid('step', self.build.number, self.step.key)

    @property
    def failed(self):
        return isinstance(self.outcome, Failed)

    @property
    def soft_failed(self):
        return self.failed and self.outcome.soft

    @property
    def state(self):
        return 'failed' if self.failed else self.outcome

    @property
    def exit_status(self):
        if self.failed:
            return self.outcome.exit_status
        return {'passed': 0, 'canceled': -1}.get(self.outcome)

    @property
    def failing_tests(self):
        return self.outcome.tests if self.failed else ()

    @property
    def started_at(self):
        return self.created_at + 30

    @property
    def finished_at(self):
        return None if self.state == 'running' else self.created_at + 30 + 60 * (self.attempt + 4)

    @functools.cached_property
    def log(self):
        return joblog.write(self)


@dataclasses.dataclass(eq=False)
class Build:
    world: object = dataclasses.field(repr=False)
    number: int
    commit: str
    branch: str
    message: str
    author: str
    created_at: int
    state: str = ''  # given for those that have no jobs, else from the jobs
    pull: Pull = None
    jobs: list = dataclasses.field(default_factory=list)

    @property
    def id(self):
        return make_uuid('build', self.number)

    @property
    def url(self):
        pipeline_url = f'{self.world.buildkite_url}/{self.world.organisation}/{self.world.pipeline}'
        return f'{pipeline_url}/builds/{self.number}'

    @property
    def finished_at(self):
        times = [each.finished_at for each in self.jobs]
        return None if None in times else max(times, default=self.created_at)

    def settle(self):
        """The state that the last attempts of the jobs give."""
        last = [each for each in self.jobs if each.retried_in is None]
        if self.state == '':
            states = {each.state for each in last if not each.soft_failed}
            worst = ('running', 'canceled', 'failed')
            self.state = next((state for state in worst if state in states), 'passed')
        return self


@dataclasses.dataclass
class Commit:
    sha: str
    message: str
    author: str
    date: int
    parent: str
    files: list
