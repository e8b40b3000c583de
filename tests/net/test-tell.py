# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""culprit-cli submit, comment --send and react: what goes out, and when nothing does."""

import os
import pty
import subprocess
import sys

import command
import faults
import tap
from scenario import Scenario
from service import Service
from tap import case, same
from walk import Home

OWN = (7701, 'Client Examples')
BROKEN = (1150, 'Binding Tests')


def writes(service):
    return [each for each in service.requests if each.method == 'POST']


def keep_log(home, place):
    """The log in a file, so that a command's requests are only those of the tracker."""
    path = os.path.join(home.folder.name, 'job.log')
    assert home.run('fetch', home.job_url(*place), '-o', path).status == 0
    return path


@case
def files_the_issue_once():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        url = home.job_url(*OWN)
        n_issues = len(service.scenario.issues)
        shown = home.run('submit', '--dry-run', url)
        same((shown.status, writes(service)), (0, []))
        result = home.run('submit', '--yes', url)
        same(result.status, 0)
        same(len(service.scenario.issues), n_issues + 1)
        issue = service.scenario.issues[-1]
        assert result.text.strip().endswith(f'/quill/quill/issues/{issue.number}'), result.text
        title = command.run('issue', '--title', url, env=home.environment).text.strip()
        same(issue.title, title)
        same(result.text, f'{shown.text.rstrip()}\n{result.text.splitlines()[-1]}\n')
        assert issue.body.rstrip().endswith('-->') and issue.body in shown.text, issue.body[-200:]
        again = home.run('submit', '--yes', url)
        same((again.status, len(writes(service)), again.text), (0, 1, result.text))
        assert 'already' in again.errors, again.errors


@case
def files_what_failed_in_each_job():
    log = '~~~ Running commands\n$ ./run.sh\n🚨 Error: The command exited with status 1\n'
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        for job, count in (('Kernel Tests', 1), ('Kernel Tests', 1), ('Docs', 2)):
            result = home.run('submit', '--profile', 'quill', '--yes', '--job', job, '-', stdin=log.encode())
            same((result.status, len(writes(service))), (0, count))


@case
def tells_labels_that_it_may_not_set():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        result = home.run('submit', '--yes', home.job_url(*OWN))
        assert 'ci-failure' in result.errors, result.errors
        home.environment['GITHUB_TOKEN'] = 'github-token-of-maya'
        result = home.run('submit', '--yes', home.job_url(7800, 'Binding Tests'))
        assert result.status == 0 and 'labels' not in result.errors, result.errors
        same(service.scenario.issues[-1].labels, ['ci-failure'])


@case
def says_that_it_is_reported_already():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        result = home.run('submit', '--dry-run', home.job_url(1160, 'Binding Tests'))
        assert '#500, which is open, reports this already' in result.errors, result.errors
        result = home.run('submit', '--dry-run', home.job_url(*OWN))
        assert 'reports this already' not in result.errors, result.errors


@case
def sends_nothing_without_a_yes():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        log = keep_log(home, BROKEN)
        for arguments in (['submit', log], ['comment', '--send', '500', log], ['react', '500']):
            result = home.run(*arguments, '--profile', 'quill')
            same(result.status, 1)
            assert 'nothing was sent' in result.errors and '--yes' in result.errors, result.errors
        same(writes(service), [])


def answer(home, arguments, words):
    """Runs it at a terminal and says WORDS there: status and what was shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([command.PROGRAM, *arguments], stdin=theirs, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=home.environment)
    os.write(ours, words.encode() + b'\n')
    shown, errors = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return process.returncode, shown.decode(), errors.decode()


@case
def asks_at_a_terminal():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        log = keep_log(home, BROKEN)
        arguments = ['comment', '--profile', 'quill', '--send', '500', log]
        status, shown, errors = answer(home, arguments, 'n')
        same((status, writes(service)), (1, []))
        assert 'quill/quill#500' in shown and 'alice' in shown and 'test_closes_handle' in shown, shown
        status, shown, errors = answer(home, arguments, 'y')
        same((status, len(writes(service))), (0, 1))
        comment = service.scenario.issue(500).comments[-1]
        assert comment.body in shown, shown


@case
def comments_once_a_build():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        for number, count in ((1150, 1), (1150, 1), (1151, 2)):
            result = home.run('comment', '--send', '500', '--yes', home.job_url(number, 'Binding Tests'))
            same((result.status, len(writes(service))), (0, count))


@case
def comments_once_a_log_that_names_no_build():
    logs = ['\n'.join(command.LINES).replace('1 == 2', f'1 == {value}').encode() for value in (2, 3)]
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        for log, count in ((logs[0], 1), (logs[0], 1), (logs[1], 2)):
            result = home.run('comment', '--profile', 'quill', '--send', '500', '--yes', '-', stdin=log)
            same((result.status, len(writes(service))), (0, count))


@case
def reacts():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        result = home.run('react', '500', '--yes', '--profile', 'quill')
        same((result.status, service.scenario.issue(500).reactions), (0, [('alice', '+1')]))
        again = home.run('react', '#500', '--yes', '--profile', 'quill')
        assert 'already' in again.errors, again.errors
        home.run('react', 'five', '--yes').expect(2)


@case
def prints_nothing_of_a_service_that_acts():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        service.fail(faults.content(b'{"login":"maya\\u001b[2J\\u202e\\n"}'), service='github-api', path='/user')
        service.fail(faults.content(b'{"html_url":"https://quill.example/\\u001b]0;x\\u0007\\u2066\\n"}'), method='POST')
        shown = home.run('react', '500', '--dry-run', '--profile', 'quill')
        sent = home.run('react', '500', '--yes', '--profile', 'quill')
        assert 'maya' in shown.text and not set('\x1b\u202e') & set(shown.text), shown.text
        assert sent.text.startswith(shown.text) and not set('\x1b\u2066') & set(sent.text), sent.text
        sent_line = sent.text.removeprefix(shown.text)
        assert 'quill.example' in sent_line and sent_line.count('\n') == 1, sent.text


def fails(result, shown=''):
    """One line says why; nothing else is printed than what was to go out."""
    same((result.status, result.text), (1, shown))
    assert result.errors.startswith('culprit-cli: ') and result.errors.count('\n') == 1, result.errors


@case
def keeps_what_a_refusal_says():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        log = keep_log(home, OWN)
        for token, words, is_shown in (('no-such-token', 'token', False), ('github-token-without-scopes', 'not accessible', True)):
            own = {'GITHUB_TOKEN': token}
            shown = home.run('submit', '--dry-run', '--profile', 'quill', log, environment=own).text if is_shown else ''
            result = home.run('submit', '--yes', '--profile', 'quill', log, environment=own)
            fails(result, shown)
            assert words in result.errors and token not in result.errors, result.errors
        result = home.run('submit', '--yes', '--profile', 'quill', log,
                          environment={'GITHUB_TOKEN': '', 'GH_TOKEN': ''})
        result.expect(1)
        assert 'GITHUB_TOKEN' in result.errors, result.errors


@case
def finds_what_arrived_without_an_answer():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        log = keep_log(home, OWN)
        shown = home.run('submit', '--dry-run', '--profile', 'quill', log).text
        service.fail(faults.reset(), method='POST', times=1, done=True)
        result = home.run('submit', '--yes', '--profile', 'quill', log)
        fails(result, shown)
        assert 'may have arrived' in result.errors, result.errors
        again = home.run('submit', '--yes', '--profile', 'quill', log)
        same((again.status, len(writes(service))), (0, 1))


@case
def sends_nothing_again_that_may_have_arrived():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        log = keep_log(home, OWN)
        n_issues = len(service.scenario.issues)
        shown = home.run('submit', '--dry-run', '--profile', 'quill', log).text
        service.fail(faults.status(503, Retry_After=1), method='POST', times=1, done=True)
        result = home.run('submit', '--yes', '--profile', 'quill', log)
        fails(result, shown)
        assert 'may have arrived' in result.errors, result.errors
        again = home.run('submit', '--yes', '--profile', 'quill', log)
        same((again.status, len(service.scenario.issues)), (0, n_issues + 1))


@case
def finds_its_mark_below_one_that_the_log_has():
    text = '\n'.join(command.LINES).replace("closed')", f"closed') # <!-- culprit: {'a' * 64} -->")
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        for _ in range(2):
            same(home.run('submit', '--yes', '--profile', 'quill', '-', stdin=text.encode()).status, 0)
        same(len(writes(service)), 1)


@case
def waits_where_nothing_arrived():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        service.fail(faults.rate_limited(1, secondary=True), method='POST', times=1)
        result = home.run('react', '500', '--yes', '--profile', 'quill')
        same((result.status, service.scenario.issue(500).reactions), (0, [('alice', '+1')]))


@case
def tokens_reach_their_own_host_alone():
    with Service(Scenario()) as service:
        home = Home(service, tokens=True)
        home.run('submit', '--yes', home.job_url(*OWN))
        home.run('history', home.job_url(*BROKEN))
        same(set(service.seen_by('github-token-of-alice')), {'github-api'})
        same(set(service.seen_by('buildkite-token-of-alice')), {'buildkite-api'})
        for path in home.cache.rglob('*'):
            if path.is_file():
                assert b'token-of-alice' not in path.read_bytes(), path


if __name__ == '__main__':
    sys.exit(tap.main())
