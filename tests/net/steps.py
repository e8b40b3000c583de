# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The steps of the made-up pipeline, each with what becomes of it in a build.

An outcome is a function of a build's number that gives the job's attempts, in order: each is
'passed', 'running', 'canceled', or a Failed with the tests that fail in it. No attempts: the build
has no such job.
"""

import dataclasses
import re
import zlib


@dataclasses.dataclass(frozen=True)
class Test:
    """A test as pytest names it, below tests/, and how it fails."""

    name: str
    exception: str = 'AssertionError'
    message: str = 'assert 1 == 2'
    source: str = ''  # the file of the traceback's last frame, if it is not the test's own

    @property
    def file(self):
        return self.name.split('::')[0]

    @property
    def function(self):
        return self.name.split('::')[-1].split('[')[0]


@dataclasses.dataclass(frozen=True)
class Failed:
    tests: tuple = ()
    soft: bool = False
    exit_status: int = 1


@dataclasses.dataclass(frozen=True)
class Step:
    name: str
    command: str
    outcome: object
    tests: tuple = ()  # those that run in it, whatever becomes of them
    parallel: tuple = ()  # (index from 0, total) of a step that runs as many jobs

    @property
    def slug(self):
        """As in a commit status: buildkite/ci/SLUG."""
        return re.sub(r'[^a-z0-9]+', '-', self.name.lower()).strip('-')

    @property
    def key(self):
        """Jobs of one parallel step share it."""
        return re.sub(r'-\d+-\d+$', '', self.slug)


def passes():
    return lambda number: ['passed']


def breaks(since, *tests):
    return lambda number: [Failed(tests)] if number >= since else ['passed']


def breaks_between(first, last, *tests):
    return lambda number: [Failed(tests)] if first <= number <= last else ['passed']


def always_fails(*tests):
    return lambda number: [Failed(tests)]


def is_unlucky(number, one_in, salt=0):
    """Once in ONE_IN builds, in no regular order, the same each time."""
    return zlib.crc32(f'{salt} {number}'.encode()) % one_in == 0


def flakes(one_in, *tests):
    return lambda number: [Failed(tests)] if is_unlucky(number, one_in) else ['passed']


def soft_fails(*tests):
    return lambda number: [Failed(tests, soft=True)]


def is_retried(one_in, *tests):
    """Fails once in ONE_IN builds, and passes when it is tried again."""
    return lambda number: (
        [Failed(tests), 'passed'] if is_unlucky(number, one_in, 1) else ['passed']
    )


def fails_for_another(since, test, first, last, other):
    """TEST fails from SINCE on; OTHER failed in the same job before, from FIRST to LAST."""

    def outcome(number):
        if number >= since:
            return [Failed((test,))]
        return [Failed((other,))] if first <= number <= last else ['passed']

    return outcome


def hides(since, test, other):
    """TEST fails from SINCE on, in a job that OTHER makes fail always."""
    return lambda number: [Failed((test, other) if number >= since else (other,))]


HANDLE_IS_CLOSED = Test(
    'bindings/test_handles.py::test_closes_handle[shared]',
    'HandleError',
    'handle 7 is closed twice',
    'quill/handles.py',
)
PAGES_ARE_SHARED = Test(
    'layout/test_pages.py::test_page_table_is_shared[fp8-4]', 'AssertionError', 'assert 63 == 64'
)
ROUNDS_TO_EVEN = Test(
    'kernels/test_rounding.py::test_rounds_to_even', 'AssertionError', 'assert 2.5 == 2.0'
)
SPELLS = Test(
    'text/test_spelling.py::test_spells_names', 'AssertionError', "assert 'quil' == 'quill'"
)
CACHE_IS_FILLED = Test(
    'cache/test_download.py::test_fills_cache',
    'ConnectionError',
    'http://packages.quill.example: Connection refused',
    'quill/download.py',
)
STORE_WRITES = Test(
    'store/test_store.py::test_writes_pages', 'OSError', 'already closed', 'quill/store.py'
)
STORE_READS = Test(
    'store/test_store.py::test_reads_pages', 'TimeoutError', 'no page within 5 s', 'quill/store.py'
)
PROMPT_FITS = Test(
    'prompts/test_long.py::test_prompt_fits[32768]',
    'ValueError',
    'prompt of 32769 tokens does not fit',
    'quill/prompts.py',
)
CLIENT_ASKS = Test(
    'client/test_examples.py::test_example_asks',
    'TypeError',
    "ask() got an unexpected keyword argument 'faster'",
    'quill/client/faster.py',
)
IS_FASTER = Test('client/test_faster.py::test_is_faster', 'AssertionError', 'assert 3.1 < 3.0')
SERVES = Test('serving/test_generate.py::test_generate')
SHARD_RUNS = Test('engine/test_shards.py::test_shard_runs')


def default_steps(first, broken_since):
    """Builds of main begin with FIRST; Binding Tests breaks with BROKEN_SINCE."""
    return [
        Step(
            'Binding Tests',
            'pytest -v bindings',
            breaks(broken_since, HANDLE_IS_CLOSED),
            (HANDLE_IS_CLOSED,),
        ),
        Step(
            'Page Layout (2 GPUs)',
            'pytest -v layout',
            flakes(5, PAGES_ARE_SHARED),
            (PAGES_ARE_SHARED,),
        ),
        Step(':rocket: Serving Test', 'pytest -v serving', passes(), (SERVES,)),
        Step('Engine Test Shard 1/2', 'pytest -v engine', passes(), (SHARD_RUNS,), (0, 2)),
        Step('Engine Test Shard 2/2', 'pytest -v engine', passes(), (SHARD_RUNS,), (1, 2)),
        Step(
            'Nightly Kernels', 'pytest -v kernels', always_fails(ROUNDS_TO_EVEN), (ROUNDS_TO_EVEN,)
        ),
        Step(':memo: Spelling', 'pytest -v text', soft_fails(SPELLS), (SPELLS,)),
        Step(
            'Download Cache', 'pytest -v cache', is_retried(10, CACHE_IS_FILLED), (CACHE_IS_FILLED,)
        ),
        Step(
            'Store Tests',
            'pytest -v store',
            fails_for_another(
                broken_since + 20, STORE_WRITES, broken_since - 30, broken_since - 10, STORE_READS
            ),
            (STORE_READS, STORE_WRITES),
        ),
        Step(
            'Long Prompts',
            'pytest -v prompts',
            breaks_between(first + 60, first + 100, PROMPT_FITS),
            (PROMPT_FITS,),
        ),
        Step('Client Examples', 'pytest -v client', passes(), (CLIENT_ASKS,)),
        Step(':books: Documentation (arm64)', 'make documentation', passes()),
    ]
