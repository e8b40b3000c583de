# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The made-up world that the services of service.py show.

Scenario() is 200 builds of main over ten days, one commit each, each commit a merged pull request:

  builds 1000 to 1199, pull requests 100 to 299    main; what fails in them: steps.default_steps()
  1150                                             the first in which Binding Tests fails
  1012, 1148 skipped; 1033, 1120 missing; 1057, 1149 cancelled; 1199 runs
  pull request 77, alice:faster, builds 7700 and 7701
                                                   from the commit of 1160, which is broken: of
                                                   7701's failures one is main's, one is
                                                   chance, one its own
  pull request 78, bob:tidy, build 7800            from that of 1130, which is not
  issues 500 to 506                                report what fails here; others: tracker.py
  runs of GitHub Actions 9001 and 9002             on the head of 77; see actions.py

With other numbers of builds these are as far from the first, the last and the break (BROKEN_SINCE).
The newest build is an hour old at NOW, which is the present unless given, so that "the last two
days" holds. All else is the same in each run.
"""

import functools
import time

import steps as pipeline
from builds import Build, Commit, Job, make_commit
from steps import Failed
from tracker import Issue, Pull, make_issues

HOUR = 3600


class Scenario:
    organisation = 'quill'
    pipeline = 'ci'
    repository = 'quill/quill'
    branch = 'main'
    suite = 'ci-1'
    board = 20

    # Where the services say that they are; a Service puts its own.
    buildkite_url = 'https://buildkite.com'
    github_url = 'https://github.com'

    def __init__(
        self,
        builds=200,
        first=1000,
        now=None,
        broken_since=None,
        steps=None,
        extra_steps=0,
        special=True,
        noise=0,
    ):
        """EXTRA_STEPS adds that many steps that pass; SPECIAL False leaves no build out; NOISE is
        how many lines each log has besides."""
        self.now = int(time.time()) if now is None else now
        self.first, self.last = first, first + builds - 1
        self.broken_since = broken_since or first + builds * 3 // 4
        self.steps = list(steps or pipeline.default_steps(first, self.broken_since))
        self.steps += [
            pipeline.Step(f'Other Tests {number}', 'pytest -v other', pipeline.passes())
            for number in range(1, extra_steps + 1)
        ]
        self.special, self.noise = special, noise
        self.commits, self.pulls, self.builds = [], {}, []
        for index in range(builds):
            self._add_main(index)
        self._add_open_pulls()
        self.issues, self._pull_issues = make_issues(self.now), []
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
        area = ['models', 'samplers', 'docs', 'benchmarks'][number % 4]
        author = ['alice', 'bob', 'carol', 'dan'][number % 4]
        test, source = pipeline.HANDLE_IS_CLOSED.file, pipeline.HANDLE_IS_CLOSED.source
        around_the_break = {
            -2: ('Close a shared handle once', 'carol', ['docs/handles.md']),
            -1: ('Test more handles', 'bob', [f'tests/{test}']),
            0: ('Share pages between requests', 'alice', [source, 'quill/pages.py']),
        }
        usual = (f'Tidy {area} {number}', author, [f'quill/{area}/part_{number}.py'])
        title, author, names = around_the_break.get(number - self.broken_since, usual)
        return title, author, [(name, 'modified') for name in names]

    def _add_main(self, index):
        """A merged pull request, its commit, and its build unless there is none."""
        number, date = self.first + index, self._time_of(index)
        title, author, files = self._change(number)
        pull = 100 + index
        subject, sha = f'{title} (#{pull})', make_commit('main', number)
        parent = self.commits[-1].sha if self.commits else make_commit('main', number - 1)
        signed = f'{subject}\n\nSigned-off-by: {author} <{author}@quill.example>'
        self.commits.append(Commit(sha, signed, author, date - 60, parent, files))
        self.pulls[pull] = Pull(
            number=pull,
            title=title,
            author=author,
            files=files,
            branch=f'{author}/change-{pull}',
            head=make_commit('head', pull),
            base=parent,
            merge_commit=sha,
            merged_at=date - 60,
            created_at=date - 40 * HOUR,
        )
        if number in self.missing:
            return
        build = Build(self, number, sha, self.branch, subject, author, date)
        if number in self.skipped:
            build.state = 'skipped'
        else:
            self._add_jobs(build, {})
        self.builds.append(build.settle())

    def _add_jobs(self, build, instead):
        """One a step and attempt. INSTEAD: attempts by the step's name in place of its own."""
        for index, step in enumerate(self.steps):
            attempts = instead.get(step.name) or step.outcome(build.number)
            if build.number in self.canceled:
                attempts = ['passed'] if index % 3 == 2 else ['canceled']
            if build.number in self.running and index % 2 == 0:
                attempts = ['running']
            jobs = [
                Job(build, step, attempt, outcome, build.created_at + 400 * (attempt - 1))
                for attempt, outcome in enumerate(attempts, 1)
            ]
            for job, following in zip(jobs, jobs[1:]):
                job.retried_in = following.id
            build.jobs += jobs

    def _add_open_pulls(self):
        """What fails in them of main's doing, by chance, and of their own."""
        mains = {'Nightly Kernels': [Failed((pipeline.ROUNDS_TO_EVEN,))]}
        for name in ('Store Tests', 'Download Cache', 'Long Prompts', 'Page Layout (2 GPUs)'):
            mains[name] = ['passed']
        broken = {**mains, 'Binding Tests': [Failed((pipeline.HANDLE_IS_CLOSED,))]}
        own = {
            'Client Examples': [Failed((pipeline.CLIENT_ASKS, pipeline.IS_FASTER))],
            'Page Layout (2 GPUs)': [Failed((pipeline.PAGES_ARE_SHARED,))],
        }
        faster, tidy = Pull(77, 'Ask faster', 'alice'), Pull(78, 'Tidy handles', 'bob')
        faster.branch, tidy.branch = 'faster', 'tidy'
        faster.files = [
            ('quill/client/faster.py', 'added'),
            (f'tests/{pipeline.IS_FASTER.file}', 'added'),
        ]
        tidy.files = [('quill/handles.py', 'modified')]
        self._add_open_pull(faster, self.broken_since + 10, [broken, {**broken, **own}])
        self._add_open_pull(tidy, self.broken_since - 20, [broken])

    def _add_open_pull(self, pull, base, outcomes):
        """Begun at the commit of build BASE of main; a commit and a build for each of OUTCOMES."""
        base = self.commits[min(max(base, self.first), self.last) - self.first]
        pull.base, pull.created_at, parent = base.sha, base.date, base.sha
        for index, instead in enumerate(outcomes):
            sha, title = make_commit('pull', pull.number, index), f'{pull.title}, part {index + 1}'
            date = base.date + 900 * (index + 1)
            pull.commits.append(Commit(sha, title, pull.author, date, parent, pull.files))
            number, created_at = pull.number * 100 + index, self.now - (3 - index) * HOUR
            branch = f'{pull.author}:{pull.branch}'
            build = Build(self, number, sha, branch, title, pull.author, created_at, pull=pull)
            self._add_jobs(build, instead)
            self.builds.append(build.settle())
            parent = pull.head = sha
        self.pulls[pull.number] = pull

    # What the services ask for; None if it is not there.

    def build(self, number):
        return self._by_number.get(int(number))

    def job(self, identifier):
        return self._jobs.get(identifier)

    def job_named(self, number, name):
        """The last attempt."""
        jobs = [each for each in self.build(number).jobs if each.step.name == name]
        return jobs[-1] if jobs else None

    def builds_of(self, sha):
        return [each for each in self.builds if each.commit == sha]

    def _all_commits(self):
        return self.commits + [each for pull in self.pulls.values() for each in pull.commits]

    def commit(self, reference):
        """By SHA or its beginning, or by a branch's name: main, faster, alice:faster."""
        if reference in (self.branch, 'HEAD'):
            return self.commits[-1]
        for pull in self.pulls.values():
            if pull.commits and reference in (pull.branch, f'{pull.author}:{pull.branch}'):
                return pull.commits[-1]
        found = (each for each in self._all_commits() if each.sha.startswith(reference))
        return next(found, None) if len(reference) >= 7 else None

    def ancestors(self, commit):
        """COMMIT and what is before it, newest first."""
        by_sha = {each.sha: each for each in self._all_commits()}
        while commit is not None:
            yield commit
            commit = by_sha.get(commit.parent)

    def issue(self, number):
        """A pull request is one as well."""
        number = int(number)
        found = [each for each in self.issues + self._pull_issues if each.number == number]
        if not found and number in self.pulls:
            pull = self.pulls[number]
            told = (pull.title, pull.body, pull.author, pull.created_at, pull.merged_at)
            found = [Issue(number, *told, labels=[], is_pull=True)]
            self._pull_issues += found
        return found[0] if found else None


def _passing():
    step = pipeline.Step(
        'Binding Tests', 'pytest -v bindings', pipeline.passes(), (pipeline.HANDLE_IS_CLOSED,)
    )
    return Scenario(builds=40, special=False, steps=[step])


NAMED = {
    'default': Scenario,
    'small': functools.partial(Scenario, builds=20, special=False),
    'wide': functools.partial(Scenario, builds=40, extra_steps=60),
    'passing': _passing,
}
