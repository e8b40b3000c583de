# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The commands that run the failing tests again, for every log of tests/logs/runners in which a test is
named, against reruns.json there: a command a test as it is written there, in a loop of the shell or as
the second of a pair. Where nobody knows how, the message says whose test it is."""

import json
import os
import pathlib
import sys

import manylogs
from command import run
from tap import case, main, same

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS']) / 'runners'
LOOP = 'for i in $(seq 20); do %s || break; done'


def logs_that_name_a_test():
    """By what the other test expects of them."""
    expected = [json.loads(path.read_text()) for path in LOGS.glob('expected-*.json')]
    return sorted(log for logs in expected for log, failures in logs.items()
                  if any(test for _, test, _ in failures))


def check(log, expected):
    once = [each if isinstance(each, str) else each[0] for each in expected]
    loops = [LOOP % each if isinstance(each, str) else each[1] for each in expected]
    same(log['rerun'].splitlines(), once)
    same(log['loop'].splitlines(), loops)


@case
def every_log_has_its_commands():
    expected = json.loads((LOGS / 'reruns.json').read_text())
    same(logs_that_name_a_test(), sorted(expected))
    for name, log in zip(expected, manylogs.read(LOGS / f'{name}.log' for name in expected)):
        check(log, expected[name])


@case
def a_command_prints_them():
    expected = json.loads((LOGS / 'reruns.json').read_text())
    name = next(name for name in expected if all(isinstance(each, str) for each in expected[name]))
    path = LOGS / f'{name}.log'
    same(run('rerun', path).expect(0).text.splitlines(), expected[name])
    same(run('rerun', '--loop', path).expect(0).text.splitlines(), [LOOP % each for each in expected[name]])


@case
def what_is_not_known_is_said():
    log = b'FAIL in (test-opens) (shelf_test.clj:5)\nexpected: 1\n  actual: 2\n'
    message = run('rerun', '-', stdin=log).expect(1).errors
    assert 'how a test of “clojure” is run again is not known' in message, message


if __name__ == '__main__':
    sys.exit(main())
