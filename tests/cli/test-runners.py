# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is found in the logs of tests/logs/runners, made by the real tools, against what each of
its expected-*.json says: for a log the failures in their order, each with its kind, its test ("" for
none) and the text of the line that names it. A log NAME-passed.log has no failure but flaky ones."""

import json
import os
import pathlib
import sys

from command import run
from tap import case, main

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS']) / 'runners'


def found_in(path):
    """The failures that count, flaky ones left out, as the expectations have them."""
    lines = run('clean', path).expect(0).text.split('\n')
    failures = json.loads(run('failures', '--json', path).expect(0).text)['failures']
    return [[failure['kind'], failure['test'], lines[failure['line'] - 1].strip()]
            for failure in failures if not failure['flaky']]


def compare(name, expected, path):
    """One row of the table; returns whether what was found is what was expected."""
    found = found_in(path)
    missing = [each for each in expected if each not in found]
    extra = [each for each in found if each not in expected]
    good = found == expected
    print(f'# {name:28} {len(expected):3} {len(found):3}  {"ok" if good else "differs"}')
    for mark, failures in (('missing', missing), ('extra', extra)):
        for failure in failures:
            print(f'#   {mark}: {failure}')
    if not good and not missing and not extra:
        print(f'#   order: {found}')
    return good


def check(name):
    expected = json.loads((LOGS / name).read_text())
    print(f'# {"log":28} expected found')
    results = []
    for log, failures in expected.items():
        results.append(compare(log, failures, LOGS / f'{log}.log'))
        passed = LOGS / f'{log}-passed.log'
        if passed.exists():
            results.append(compare(passed.stem, [], passed))
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
