# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Services that say nothing, or next to nothing: 20 seconds, and no more. All at the same time."""

import concurrent.futures
import os
import signal
import subprocess
import sys
import time

import faults
import tap
from command import PROGRAM
from fetching import world
from tap import case


def silent(effect, words, at_least, at_most, of_job, **rule):
    with world(noise=3000) as at:
        at.fail(effect, **rule)
        began = time.monotonic()
        at.refused(words, at.job_url if of_job else at.other(), within=at_most)
        assert time.monotonic() - began > at_least


@case
def silence_is_given_up():
    cases = [
        (faults.no_answer(), '127.0.0.6: no answer; try again later', False, {'service': 'elsewhere'}),
        (faults.no_answer(), 'Buildkite: no answer; try again later', True, {'path': '/data/jobs'}),
        # A log begins, and stops: it is taken up again, in vain.
        (faults.silent(1000), '127.0.0.5: nothing more came after 1.0', True, {'service': 'storage'}),
        (faults.silent(), '127.0.0.5: no answer', True, {'service': 'storage'}),
        # A list is not asked for again.
        (faults.silent(100), 'Buildkite: nothing more came after 100', True, {'path': '/data/jobs'}),
        (faults.slow(100), '127.0.0.5: nothing more came after', True, {'service': 'storage'}),
    ]
    with concurrent.futures.ThreadPoolExecutor(len(cases)) as executor:
        tried = [
            executor.submit(silent, effect, words, 15, 60, of_job, **rule)
            for effect, words, of_job, rule in cases
        ]
        for each in tried:
            each.result()


@case
def it_ends_at_once_when_told():
    with world() as at:
        at.fail(faults.no_answer())
        with subprocess.Popen([PROGRAM, 'fetch', at.job_url, '-o', 'x.log'], env=at.environment(), cwd=at.folder) as process:
            time.sleep(1)
            began = time.monotonic()
            os.kill(process.pid, signal.SIGINT)
            assert process.wait(5) == -signal.SIGINT and time.monotonic() - began < 2
        assert not (at.folder / 'x.log').exists()


if __name__ == '__main__':
    sys.exit(tap.main())
