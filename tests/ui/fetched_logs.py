# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite and GitHub for tests of windows, with what goes wrong at some addresses.

Prints a line NAME=VALUE for each variable that leads Culprit here and each address below, and
serves until its standard input ends.
"""

import sys

import faults
from scenario import Scenario
from service import Service

# More than the tries that a connection which breaks is taken up again.
TIMES_CUT = 6
CUT_AFTER = 500


def fail(service, job, effect, **rule):
    service.fail(effect, service='storage', path=job.id, **rule)


def set_up(service):
    """The addresses by name."""
    scenario = service.scenario

    def job(number, name='Binding Tests'):
        return scenario.job_named(number, name)

    def address(each):
        return f'{each.build.url}#{each.id}'

    fail(service, job(1151), faults.cut(CUT_AFTER), times=TIMES_CUT)
    fail(service, job(1147), faults.cut(CUT_AFTER), times=TIMES_CUT)
    fail(service, job(1147), faults.status(404), times=1)
    fail(service, job(1152), faults.slow(200))
    fail(service, job(1153), faults.no_answer())
    service.fail(faults.status(401), service='buildkite', path=job(1154).id)
    fail(service, job(1155), faults.status(429, Retry_After='2'), times=1)
    fail(service, job(1156), faults.status(404), times=1)
    return {
        'JOB': address(job(1150)),
        'COMMIT': job(1150).build.commit,
        'LINES': f'{address(job(1157))}/20-22',
        'CUT': address(job(1151)),
        'CUT_AND_GONE': address(job(1147)),
        'SLOW': address(job(1152)),
        'SILENT': address(job(1153)),
        'TOKEN': address(job(1154)),
        'LIMITED': address(job(1155)),
        'GONE': address(job(1156)),
        'SEVERAL': scenario.build(7701).url,
        'SINGLE': scenario.build(1010).url,
        'NONE': scenario.build(1149).url,
        'PULL': f'{service.urls["github"]}/quill/quill/pull/77',
    }


def make_service():
    return Service(Scenario(noise=60))


def main():
    with make_service() as service:
        addresses = set_up(service)
        for name, value in {**service.environment, **addresses}.items():
            print(f'{name}={value}')
        print(flush=True)
        sys.stdin.read()


if __name__ == '__main__':
    main()
