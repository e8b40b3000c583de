# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is said of each failed test of the logs in tests/logs/runners that messages.json names: the one
line that its report comes to, by the test's name."""

import json
import os
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

from command import run
from tap import case, main, same

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS']) / 'runners'


def messages_of(log):
    found = json.loads(run('failures', '--json', LOGS / f'{log}.log').expect(0).text)
    assert found['log']['unnamed'] == 0, f'{log}: more are counted than named'
    return {failure['test']: failure['message'] for failure in found['failures'] if failure['test']}


@case
def every_test_says_why_it_failed():
    expected = json.loads((LOGS / 'messages.json').read_text())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for log, messages in zip(expected, pool.map(messages_of, expected)):
            for test, message in expected[log].items():
                print(f'# {log}: {test}')
                same(messages.get(test), message)


if __name__ == '__main__':
    sys.exit(main())
