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


def names_a_test(path):
    failures = json.loads(run('failures', '--json', path).expect(0).text)['failures']
    return any(failure['test'] for failure in failures)


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
    paths = [path for path in sorted(LOGS.glob('*.log')) if not path.stem.endswith('-passed')]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        named = [path for path, has in zip(paths, pool.map(names_a_test, paths)) if has]
        same(sorted(path.stem for path in named), sorted(expected))
        list(pool.map(lambda path: check(path, expected[path.stem]), named))


@case
def what_is_not_known_is_said():
    message = run('rerun', LOGS / 'karma.log').expect(1).errors
    assert 'how a test of “karma” is run again is not known' in message, message


if __name__ == '__main__':
    sys.exit(main())
