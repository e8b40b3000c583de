# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The commands that run the failing tests again, for every log of tests/logs/runners in which a test is
named, against reruns.json there: a command a test as it is written there, in a loop of the shell or as
the second of a pair. Where nobody knows how, the message says whose test it is."""

import json
import os
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

from command import run
from tap import case, main, same

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS']) / 'runners'
LOOP = 'for i in $(seq 20); do %s || break; done'


def logs_that_name_a_test():
    """By what the other test expects of them."""
    expected = [json.loads(path.read_text()) for path in LOGS.glob('expected-*.json')]
    return sorted(log for logs in expected for log, failures in logs.items()
                  if any(test for _, test, _ in failures))


def commands_of(path, *options):
    done = run('rerun', *options, path)
    return done.text.splitlines() if done.status == 0 else []


def check(path, expected):
    once = [each if isinstance(each, str) else each[0] for each in expected]
    loops = [LOOP % each if isinstance(each, str) else each[1] for each in expected]
    same(commands_of(path), once)
    same(commands_of(path, '--loop'), loops)


@case
def every_log_has_its_commands():
    expected = json.loads((LOGS / 'reruns.json').read_text())
    same(logs_that_name_a_test(), sorted(expected))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda log: check(LOGS / f'{log}.log', expected[log]), expected))


@case
def what_is_not_known_is_said():
    log = b'FAIL in (test-opens) (shelf_test.clj:5)\nexpected: 1\n  actual: 2\n'
    message = run('rerun', '-', stdin=log).expect(1).errors
    assert 'how a test of “clojure” is run again is not known' in message, message


if __name__ == '__main__':
    sys.exit(main())
