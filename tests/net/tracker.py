# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Issues and pull requests of the made-up repository, and its board."""

import dataclasses

DAY = 86400

LABELS = ['ci-failure', 'bug', 'documentation']


@dataclasses.dataclass
class Comment:
    id: int
    author: str
    body: str
    created_at: int


@dataclasses.dataclass
class Issue:
    number: int
    title: str
    body: str
    author: str
    created_at: int
    closed_at: int = None
    labels: list = dataclasses.field(default_factory=lambda: ['ci-failure'])
    is_pull: bool = False  # GitHub lists pull requests among the issues
    listed: bool = False  # on the board
    comments: list = dataclasses.field(default_factory=list)
    reactions: list = dataclasses.field(default_factory=list)  # (login, content)

    @property
    def state(self):
        return 'open' if self.closed_at is None else 'closed'

    @property
    def updated_at(self):
        return max(
            [self.created_at, self.closed_at or 0] + [each.created_at for each in self.comments]
        )


@dataclasses.dataclass
class Pull:
    """FILES: (name, status), which is modified, added, removed or renamed."""

    number: int
    title: str
    author: str
    files: list = dataclasses.field(default_factory=list)
    branch: str = ''
    head: str = ''  # commits
    base: str = ''
    merge_commit: str = None  # of main, once it is merged
    merged_at: int = None
    created_at: int = 0
    commits: list = dataclasses.field(default_factory=list)  # of an open one, oldest first
    body: str = ''

    @property
    def state(self):
        return 'open' if self.merged_at is None else 'closed'


def form(name, description, flaky=False):
    """The body that the issue form for CI failures gives."""
    return (
        f'### Name of failing test\n\n{name}\n\n### Basic information\n\n'
        f'- [{"X" if flaky else " "}] Flaky test\n- [ ] Can reproduce locally\n'
        '- [ ] Caused by external libraries (e.g. bug in `transformers`)\n\n'
        f'### 🧪 Describe the failing test\n\n{description}\n\n'
        '### 📝 History of failing test\n\n_No response_\n\n### CC List.\n\n_No response_\n'
    )


def named_issues(now):
    """Those that report what fails, spelt as people do, from number 500 on."""
    shared = 'layout/test_pages.py::test_page_table_is_shared[fp16-8]'
    fits = 'prompts/test_long.py::test_prompt_fits[32768]'
    opens = 'bindings/test_handles.py::test_opens_handle'
    closes = 'tests/bindings/test_handles.py::test_closes_handle[shared]'
    twice = 'HandleError: handle 7 is closed twice'

    def issue(number, title, body, opened, closed=None, listed=False):
        """OPENED and CLOSED are days ago."""
        closed_at = None if closed is None else now - closed * DAY
        return Issue(number, title, body, 'maya', now - opened * DAY, closed_at, listed=listed)

    return [
        issue(
            500,
            '[CI Failure]: tests/bindings/test_handles.py test_closes_handle',
            form(f'`{closes}`', f'```text\nE   quill.handles.{twice}\n```'),
            opened=2,
            listed=True,
        ),
        issue(
            501,
            f'[CI Failure]: Page Layout (2 GPUs): {shared}',
            form(shared, 'assert 63 == 64', flaky=True),
            opened=30,
            closed=5,
        ),
        issue(
            502,
            '[CI Failure]: kernels/test_rounding.py',
            form('pytest -v -s kernels/test_rounding.py', 'Most of them fail.'),
            opened=40,
            listed=True,
        ),
        issue(503, '[CI Failure]: mi325_1: Long Prompts', form(fits, 'ValueError'), 8, 4, True),
        issue(504, '[Bug]: test_closes_handle fails on arm', form(closes, 'See title.'), 90, 60),
        issue(505, 'Handles are closed twice when a page is shared', f'{twice}\n', 9),
        issue(506, f'[CI Failure]: v1/{opens}', form(f'{opens}[*]', 'HandleError: none'), 6),
    ]


def other_issues(now, first, count):
    """COUNT issues about other tests, open and closed, one of twelve a pull request."""
    areas = ['models', 'entrypoints', 'samplers', 'compile', 'lora', 'quantization']
    found = []
    for index in range(count):
        area = areas[index % len(areas)]
        name = f'{area}/test_{area}_{index}.py::test_case_{index}'
        opened = now - (index * 29 % 200 + 1) * DAY
        closed = None if index % 3 == 0 else min(now - 3600, opened + (index % 40 + 1) * DAY)
        is_pull = index % 12 == 5
        title = f'Fix {name}' if is_pull else f'[CI Failure]: {name}'
        found.append(
            Issue(
                first + index,
                title,
                form(f'`{name}`', f'assert {index} == {index + 1}'),
                ['alice', 'bob', 'carol'][index % 3],
                opened,
                closed,
                is_pull=is_pull,
                listed=index % 5 == 0,
            )
        )
    return found


def make_issues(now):
    issues = named_issues(now)
    fix = Issue(
        507,
        '[CI] Fix test_closes_handle in bindings/test_handles.py',
        'Closes it once.',
        'bob',
        now - DAY,
        is_pull=True,
    )
    unlabelled = Issue(508, 'Ask faster', 'It is slow.', 'carol', now - 3 * DAY, labels=['bug'])
    return issues + [fix, unlabelled] + other_issues(now, 509, 150 - len(issues))
