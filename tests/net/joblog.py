# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The raw log of a job, as the Buildkite agent uploads it, with a pytest session in it."""

import time

BOLD, GREY, GREEN, RED, CYAN, PLAIN = (
    '\x1b[1m',
    '\x1b[90m',
    '\x1b[32m',
    '\x1b[31m',
    '\x1b[36m',
    '\x1b[0m',
)


def _rule(text, colour='', mark='='):
    return f'{colour}{f" {text} ".center(80, mark)}{PLAIN if colour else ""}'


def _prologue(job):
    build = job.build
    checkout = [
        f'$ git fetch -v --prune -- origin {build.commit}',
        f'$ git checkout -f {build.commit}',
    ]
    return [
        '~~~ Preparing working directory',
        f'{GREY}# Host "agent-1"{PLAIN}',
        *(f'{GREY}${PLAIN}{each[1:]}' for each in checkout),
        f'HEAD is now at {build.commit[:7]} {build.message.splitlines()[0]}',
        '--- Environment',
        f'BUILDKITE_BRANCH={build.branch}',
        f'BUILDKITE_BUILD_NUMBER={build.number}',
        f'BUILDKITE_BUILD_URL={build.url}',
        f'BUILDKITE_COMMIT={build.commit}',
        f'BUILDKITE_JOB_ID={job.id}',
        f'BUILDKITE_LABEL={job.step.name}',
        'BUILDKITE_ORGANIZATION_SLUG=quill',
        'BUILDKITE_PIPELINE_SLUG=ci',
        f'BUILDKITE_PULL_REQUEST={build.pull.number if build.pull else "false"}',
        'BUILDKITE_REPO=https://github.com/quill/quill.git',
        '~~~ Running commands',
        f'{GREY}${PLAIN} cd tests',
        f'+++ {job.step.name}',
        f'{GREY}${PLAIN} {job.step.command}',
    ]


def _error_lines(test):
    if test.source == '':
        return [
            f'{BOLD}{RED}E       {test.message}{PLAIN}',
            '',
            f'{BOLD}{RED}{test.file}{PLAIN}:12: {test.exception}',
        ]
    module = test.source.removesuffix('.py').replace('/', '.')
    name = test.exception if test.exception != 'HandleError' else f'{module}.HandleError'
    return [
        f'{test.file}:12: ',
        '_ ' * 40,
        '',
        '    def run(self):',
        f'>       raise {test.exception}({test.message!r})',
        f'{BOLD}{RED}E       {name}: {test.message}{PLAIN}',
        '',
        f'{BOLD}{RED}{test.source}{PLAIN}:41: {test.exception}',
    ]


def _failure(test):
    name = test.name.split('::', 1)[1]
    return [
        _rule(name, BOLD + RED, '_'),
        '',
        f'    def {test.function}():',
        '        page = open_page()',
        '>       page.check()',
        '',
        *_error_lines(test),
    ]


def _summary(test):
    reason = test.message if test.source == '' else f'{test.exception}: {test.message}'
    return f'{RED}FAILED{PLAIN} {test.file}::{BOLD}{test.name.split("::", 1)[1]}{PLAIN} - {reason}'


def pytest_session(running, failing):
    """What pytest -v says on a terminal when of the tests RUNNING those of FAILING fail."""
    running = list(running) + [each for each in failing if each not in running]
    lines = [
        _rule('test session starts', BOLD),
        'platform linux -- Python 3.11.2, pytest-7.2.1, pluggy-1.0.0 -- /usr/bin/python3',
        'rootdir: /workspace/build/quill, configfile: pyproject.toml',
        f'collected {len(running)} item{"s" if len(running) != 1 else ""}',
        '',
    ]
    for count, test in enumerate(running, 1):
        word = f'{RED}FAILED{PLAIN}' if test in failing else f'{GREEN}PASSED{PLAIN}'
        lines.append(f'{test.name} {word} [{100 * count // len(running):3d}%]')
    lines.append('')
    if failing:
        lines.append(_rule('FAILURES'))
        for test in failing:
            lines += _failure(test)
        lines.append(_rule('short test summary info', CYAN + BOLD))
        lines += map(_summary, failing)
    passed = len(running) - len(failing)
    counts = [f'{len(failing)} failed'] * bool(failing) + [f'{passed} passed'] * bool(
        passed or not failing
    )
    lines.append(_rule(', '.join(counts) + ' in 4.20s', RED if failing else GREEN))
    return lines


def _epilogue(job):
    if not job.failed:
        return []
    status = job.exit_status
    return [
        '^^^ +++',
        f'{RED}🚨 Error: The command exited with status {status}{PLAIN}',
        '^^^ +++',
        f'user command error: exit status {status}',
    ]


def write(job):
    """The bytes. A job that runs still, or was cancelled, has no end of its session."""
    lines = _prologue(job)
    lines += [
        f'{GREEN}INFO{PLAIN} page {number} of request {number // 64} is free\r'
        for number in range(job.build.world.noise)
    ]
    if job.step.command.startswith('pytest'):
        session = pytest_session(job.step.tests, job.failing_tests)
        lines += [
            f'{each}\r'
            for each in (session if job.finished_at and job.state != 'canceled' else session[:4])
        ]
    else:
        lines += ['building the pages\r', 'done\r']
    lines += _epilogue(job)
    started = job.started_at * 1000
    return b''.join(
        f'\x1b_bk;t={started + 37 * index}\x07{line}\n'.encode() for index, line in enumerate(lines)
    )


def actions_log(lines, started):
    """The same in the form of GitHub Actions: seven digits of the second before each line."""
    stamp = time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(started))
    return '\ufeff'.encode() + b''.join(
        f'{stamp}.{index:07d}Z {line}\n'.encode() for index, line in enumerate(lines)
    )
