# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The made-up world that the services of service.py show: builds, jobs, commits, pull requests, issues.

Scenario() is 200 builds of main over ten days, numbers 1000 to 1199, one commit each, each commit a
merged pull request. What fails in them is told by steps.default_steps(); BROKEN_SINCE is the build
with which Binding Tests breaks. Around it builds are skipped, cancelled and missing. Two pull
requests are open: 77, whose merge base is broken, and 78, whose merge base is not.
The newest build is an hour old at NOW, which is the present unless given, so that "the last two
days" holds. All else is the same in each run.
"""

import dataclasses
import functools
import hashlib
import time
import uuid

import joblog
import steps as pipeline
from steps import Failed
from tracker import Pull, make_issues

HOUR = 3600
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


@dataclasses.dataclass
class Job:
    build: object = dataclasses.field(repr=False)
    step: pipeline.Step
    attempt: int                  # from 1
    outcome: object               # see steps.py
    created_at: int
    retried_in: str = None        # the id of the attempt after this one

    @property
    def id(self):
        return make_uuid('job', self.build.number, self.step.name, self.attempt)

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


@dataclasses.dataclass
class Build:
    world: object = dataclasses.field(repr=False)
    number: int
    commit: str
    branch: str
    message: str
    author: str
    created_at: int
    state: str = ''               # given for those that have no jobs, else from the jobs
    pull: Pull = None
    jobs: list = dataclasses.field(default_factory=list)

    @property
    def id(self):
        return make_uuid('build', self.number)

    @property
    def url(self):
        return f'{self.world.buildkite_url}/{self.world.organisation}/{self.world.pipeline}/builds/{self.number}'

    @property
    def finished_at(self):
        times = [each.finished_at for each in self.jobs]
        return None if None in times else max(times, default=self.created_at)

    def settle(self):
        """The state that the last attempts of the jobs give."""
        last = [each for each in self.jobs if each.retried_in is None]
        if self.state == '':
            states = {each.state for each in last if not each.soft_failed}
            self.state = next((state for state in ('running', 'canceled', 'failed') if state in states), 'passed')
        return self


@dataclasses.dataclass
class Commit:
    sha: str
    message: str
    author: str
    date: int
    parent: str
    files: list


class Scenario:
    organisation = 'quill'
    pipeline = 'ci'
    repository = 'quill/quill'
    branch = 'main'
    suite = 'ci-1'
    board = 20
    buildkite_url = 'https://buildkite.com'      # where the services say that they are;
    github_url = 'https://github.com'            # a Service puts its own

    def __init__(self, builds=200, first=1000, now=None, broken_since=None, steps=None, extra_steps=0,
                 special=True):
        """EXTRA_STEPS adds that many steps that pass; SPECIAL False leaves no build out."""
        self.now = int(time.time()) if now is None else now
        self.first, self.last = first, first + builds - 1
        self.broken_since = broken_since or first + builds * 3 // 4
        self.steps = list(steps or pipeline.default_steps(first, self.broken_since))
        self.steps += [pipeline.Step(f'Other Tests {number}', 'pytest -v other', pipeline.passes())
                       for number in range(1, extra_steps + 1)]
        self.special = special
        self.commits, self.pulls, self.builds = [], {}, []
        for index in range(builds):
            self._add_main(index)
        self._add_open_pulls()
        self.issues = make_issues(self.now)
        self._by_number = {each.number: each for each in self.builds}
        self._jobs = {job.id: job for each in self.builds for job in each.jobs}

    # Builds that are not as the others, by number.

    @property
    def skipped(self):
        return {self.first + 12, self.broken_since - 2} if self.special else set()

    @property
    def missing(self):
        """Their commits are there."""
        return {self.first + 33, self.broken_since - 30} if self.special else set()

    @property
    def canceled(self):
        return {self.first + 57, self.broken_since - 1} if self.special else set()

    @property
    def running(self):
        return {self.last} if self.special else set()

    def _time_of(self, index):
        count = self.last - self.first
        return self.now - HOUR - (count - index) * 10 * 24 * HOUR // max(count, 1)

    def _change(self, number):
        """Title, author and files of the pull request that build NUMBER is the first to hold."""
        changes = {
            self.broken_since - 2: ('Close a shared handle once', 'carol', [('docs/handles.md', 'modified')]),
            self.broken_since - 1: ('Test more handles', 'bob', [('tests/bindings/test_handles.py', 'modified')]),
            self.broken_since: ('Share pages between requests', 'alice', [('quill/handles.py', 'modified'), ('quill/pages.py', 'added')]),
        }
        area = ['models', 'samplers', 'docs', 'benchmarks'][number % 4]
        return changes.get(number, (f'Tidy {area} {number}', ['alice', 'bob', 'carol', 'dan'][number % 4],
                                    [(f'quill/{area}/part_{number}.py', 'modified')]))

    def _add_main(self, index):
        number, date = self.first + index, self._time_of(index)
        title, author, files = self._change(number)
        pull_number = 100 + index
        sha = make_commit('main', number)
        parent = self.commits[-1].sha if self.commits else make_commit('main', number - 1)
        self.commits.append(Commit(sha, f'{title} (#{pull_number})\n\nSigned-off-by: {author} <{author}@quill.example>',
                                   author, date - 60, parent, files))
        self.pulls[pull_number] = Pull(pull_number, title, author, files, f'{author}/change-{pull_number}',
                                       make_commit('head', pull_number), parent, sha, date - 60, date - 40 * HOUR)
        if number in self.missing:
            return
        build = Build(self, number, sha, self.branch, f'{title} (#{pull_number})', author, date)
        if number in self.skipped:
            build.state = 'skipped'
        else:
            self._add_jobs(build, {})
        self.builds.append(build.settle())

    def _add_jobs(self, build, instead):
        """One a step and attempt. INSTEAD: outcomes by the step's name in place of the step's own."""
        for index, step in enumerate(self.steps):
            attempts = instead.get(step.name) or step.outcome(build.number)
            if build.number in self.canceled:
                attempts = ['passed'] if index % 3 == 2 else ['canceled']
            if build.number in self.running and index % 2 == 0:
                attempts = ['running']
            jobs = [Job(build, step, attempt, outcome, build.created_at + 400 * (attempt - 1))
                    for attempt, outcome in enumerate(attempts, 1)]
            for job, following in zip(jobs, jobs[1:]):
                job.retried_in = following.id
            build.jobs += jobs

    def _add_open_pulls(self):
        handle, pages = Failed((pipeline.HANDLE_IS_CLOSED,)), Failed((pipeline.PAGES_ARE_SHARED,))
        own = Failed((pipeline.CLIENT_ASKS, pipeline.IS_FASTER))
        common = {'Nightly Kernels': [Failed((pipeline.ROUNDS_TO_EVEN,))], 'Store Tests': ['passed'],
                  'Download Cache': ['passed'], 'Long Prompts': ['passed'], 'Page Layout (2 GPUs)': ['passed']}
        broken = min(self.broken_since + 10, self.last)
        self._add_open_pull(77, 'Ask faster', 'alice', 'faster', broken,
                            [('quill/client/faster.py', 'added'), ('tests/client/test_faster.py', 'added')],
                            [{**common, 'Binding Tests': [handle]},
                             {**common, 'Binding Tests': [handle], 'Client Examples': [own], 'Page Layout (2 GPUs)': [pages]}])
        self._add_open_pull(78, 'Tidy handles', 'bob', 'tidy', max(self.broken_since - 20, self.first),
                            [('quill/handles.py', 'modified')],
                            [{**common, 'Binding Tests': [handle]}])

    def _add_open_pull(self, number, title, author, branch, base_build, files, builds):
        """With a commit and a build for each of BUILDS, which tell outcomes by step."""
        base = self.commits[base_build - self.first]
        parent, commits = base.sha, []
        for index in range(len(builds)):
            sha = make_commit('pull', number, index)
            commits.append(Commit(sha, f'{title}, part {index + 1}', author, base.date + 900 * (index + 1), parent, files))
            parent = sha
        pull = Pull(number, title, author, files, branch, parent, base.sha, created_at=base.date, commits=commits)
        self.pulls[number] = pull
        for index, instead in enumerate(builds):
            build = Build(self, number * 100 + index, commits[index].sha, f'{author}:{branch}', commits[index].message,
                          author, self.now - 3 * HOUR + index * HOUR, pull=pull)
            self._add_jobs(build, instead)
            self.builds.append(build.settle())

    # What the services ask for; None if it is not there.

    def build(self, number):
        return self._by_number.get(int(number))

    def job(self, identifier):
        return self._jobs.get(identifier)

    def job_named(self, number, name):
        """The last attempt."""
        return next((each for each in reversed(self.build(number).jobs) if each.step.name == name), None)

    def builds_of(self, sha):
        return [each for each in self.builds if each.commit == sha]

    def commit(self, reference):
        """By SHA or its beginning, or the branch's name."""
        if reference in (self.branch, 'HEAD'):
            return self.commits[-1]
        everything = self.commits + [each for pull in self.pulls.values() for each in pull.commits]
        for pull in self.pulls.values():
            if pull.commits and reference in (pull.branch, f'{pull.author}:{pull.branch}', f'pull/{pull.number}/head'):
                return pull.commits[-1]
        return next((each for each in everything if len(reference) >= 7 and each.sha.startswith(reference)), None)

    def ancestors(self, commit):
        """COMMIT and what is before it, newest first."""
        by_sha = {each.sha: each for each in self.commits}
        by_sha.update((each.sha, each) for pull in self.pulls.values() for each in pull.commits)
        while commit is not None:
            yield commit
            commit = by_sha.get(commit.parent)

    def issue(self, number):
        return next((each for each in self.issues if each.number == int(number)), None)


NAMED = {
    'default': Scenario,
    'small': functools.partial(Scenario, builds=20, special=False),
    'wide': functools.partial(Scenario, builds=40, extra_steps=60),
    'green': functools.partial(Scenario, builds=40, special=False,
                               steps=[pipeline.Step('Binding Tests', 'pytest -v bindings', pipeline.passes(),
                                                    (pipeline.HANDLE_IS_CLOSED,))]),
}
