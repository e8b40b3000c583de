# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Counts the single tests of meson runs, TAP cases one by one, and shows the log of what failed.

usage: summary.py TESTLOG.json…

A run that was not made has no log.
"""

import collections
import json
import re
import sys

CASE = re.compile(r'^(?P<failed>not )?ok\b *\d* *-? *(?P<name>[^#]*)'
                  r'(?:# *(?P<directive>SKIP|TODO)\S*[ :]*(?P<reason>.*))?$', re.IGNORECASE)
SKIPPED_PLAN = re.compile(r'^1\.\.0\b *(?:# *SKIP\S*)? *(?P<reason>.*)$', re.IGNORECASE)
NOISE = re.compile(r'^# GLib-DEBUG: g_set_user_dirs')
SHOWN_LINES = 80

Case = collections.namedtuple('Case', 'test name result reason')


def cases_of(test):
    """The cases of one meson test; a test that prints none is a case itself."""
    name = test['name'].split(' / ')[-1]
    cases = []

    for line in test.get('stdout', '').splitlines():
        if match := CASE.match(line):
            directive = (match['directive'] or '').upper()
            failed = match['failed'] and directive != 'TODO'
            result = 'skipped' if directive == 'SKIP' else 'failed' if failed else 'passed'
            cases.append(Case(name, match['name'].strip(), result, match['reason'] or ''))
        elif match := SKIPPED_PLAN.match(line):
            cases.append(Case(name, '', 'skipped', match['reason']))

    if test['result'] == 'SKIP' and not cases:
        cases.append(Case(name, '', 'skipped', 'the test says so by its exit status'))
    elif test['result'] in ('FAIL', 'ERROR', 'TIMEOUT', 'INTERRUPT', 'UNEXPECTEDPASS') \
            and not any(case.result == 'failed' for case in cases):
        cases.append(Case(name, f'({test["result"].lower()})', 'failed', ''))
    elif not cases:
        cases.append(Case(name, '', 'passed', ''))
    return cases


def show_log(test):
    lines = [line for stream in ('stdout', 'stderr')
             for line in test.get(stream, '').splitlines() if not NOISE.match(line)]
    print(f'\n==== {test["name"]}: {test["result"]}, exit status {test["returncode"]}, '
          f'{test["duration"]:.1f} s')
    if len(lines) > SHOWN_LINES:
        print(f'… {len(lines) - SHOWN_LINES} lines …')
    print('\n'.join(lines[-SHOWN_LINES:]))


def show_skipped(cases):
    reasons = collections.defaultdict(list)
    for case in cases:
        reasons[case.reason].append(f'{case.test} {case.name}'.strip())
    for reason, names in reasons.items():
        more = f' and {len(names) - 3} more' if len(names) > 3 else ''
        print(f'skipped: {reason or "no reason given"}: {", ".join(names[:3])}{more}')


def read_tests(path):
    try:
        with open(path, encoding='utf-8') as log:
            return [json.loads(line) for line in log]
    except FileNotFoundError:
        return []


def main(paths):
    tests = [test for path in paths for test in read_tests(path)]
    cases = []
    for test in tests:
        of_test = cases_of(test)
        cases += of_test
        if any(case.result == 'failed' for case in of_test):
            show_log(test)

    by_result = collections.defaultdict(list)
    for case in cases:
        by_result[case.result].append(case)
    print()
    for case in by_result['failed']:
        print(f'failed: {case.test} {case.name}')
    show_skipped(by_result['skipped'])
    print(', '.join(f'{len(by_result[result])} {result}'
                    for result in ('passed', 'failed', 'skipped')))
    return 1 if by_result['failed'] or not cases else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
