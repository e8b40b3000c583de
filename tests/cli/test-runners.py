# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is found in the logs of tests/logs/runners, made by the real tools, against what each of
its expected-*.json says: for a log the failures, each with its kind, its test ("" for none) and the
text of the line that names it. In a log NAME-passed.log no test failed. What names no test may stand
besides: the CI's last word, a tool's totals, and words in a log that does not say how it ended."""

import json
import os
import pathlib
import sys

import manylogs
from tap import case, main

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS']) / 'runners'


def found_in(log):
    """The failures that count, flaky ones left out, as the expectations have them."""
    lines = log['clean'].split('\n')
    return [[failure['kind'], failure['test'], lines[failure['line'] - 1].strip()]
            for failure in log['failures']['failures'] if not failure['flaky']]


def compare(name, expected, found):
    """One row of the table; returns whether what was expected was found, and no other test."""
    missing = [each for each in expected if each not in found]
    extra = [each for each in found if each not in expected]
    tests = [each for each in extra if each[1]]
    print(f'# {name:28} {len(expected):3} {len(found):3}  {"differs" if missing or tests else "ok"}')
    for mark, failures in (('missing', missing), ('besides', extra)):
        for failure in failures:
            print(f'#   {mark}: {failure}')
    return not missing and not tests


def check(name):
    expected = json.loads((LOGS / name).read_text())
    paths = [LOGS / f'{log}{end}.log' for log in expected for end in ('', '-passed')]
    paths = [path for path in paths if path.exists() or path.stem in expected]
    found = map(found_in, manylogs.read(paths))
    print(f'# {"log":28} expected found')
    results = [compare(path.stem, expected.get(path.stem, []), each)
               for path, each in zip(paths, found)]
    assert all(results), f'{results.count(False)} of {len(results)} logs differ'


def add_case(path):
    def checked():
        check(path.name)
    checked.__name__ = path.stem.removeprefix('expected-').replace('-', '_')
    case(checked)


if __name__ == '__main__':
    for each in sorted(LOGS.glob('expected-*.json')):
        add_case(each)
    sys.exit(main())
