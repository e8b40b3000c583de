# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What goes wrong between a service and Culprit: each is one line, in time, and nothing is left half
written. What takes 20 seconds of silence is in test-silence.py, who may hear what in
test-fetch-safety.py."""

import os
import pty
import socket
import subprocess
import sys
import threading

import faults
import tap
from command import PROGRAM
from fetching import BUILDKITE, world
from tap import case

LIST = '/data/jobs'


@case
def nobody_listens():
    with world() as at:
        at.service.refuse('buildkite')
        at.refused('Buildkite: no connection', at.job_url)
        at.service.refuse('github-api')
        at.refused('GitHub: no connection', f'{at.service.urls["github"]}/quill/quill/pull/77')
        at.service.refuse('elsewhere')
        at.refused('127.0.0.6: no connection', at.other())


@case
def the_host_has_no_address():
    with world() as at:
        result = at.refused('logs.quill.invalid', 'http://logs.quill.invalid/x.log', within=25)
        assert 'is the network there?' in result.errors or 'no answer' in result.errors, result.errors
        at.refused('Buildkite', 'http://buildkite.invalid/quill/ci/builds/1',
                   CULPRIT_BUILDKITE_URL='http://buildkite.invalid', within=25)


@case
def the_service_says_no():
    """The list of jobs, a log, and anything else."""
    with world() as at:
        for code, words in (
            (400, 'Buildkite refuses with 400 (Error)'),
            (401, 'Buildkite wants a token for this (Bad credentials)'),
            (403, 'Buildkite wants a token for this (Forbidden)'),
            (404, 'Buildkite: nothing is there, or not for everybody: http'),
            (410, 'Buildkite: nothing is there'),
            (418, 'Buildkite refuses with 418'),
            (429, 'Buildkite allows no more requests for now; try again later'),
        ):
            for path in (LIST, '/download'):
                at.fail(faults.status(code), service='buildkite', path=path)
                at.refused(words, at.job_url)
            at.fail(faults.status(code), service='elsewhere')
            at.refused(words.replace('Buildkite', '127.0.0.6'), at.other())


@case
def what_the_service_says_of_it_cannot_act():
    with world() as at:
        at.fail(faults.status(400, '\x1b]0;x\x07\u202e\nculprit-cli: done\r' + 'x' * 5000), path=LIST)
        result = at.refused('refuses with 400', at.job_url)
        assert '\x1b' not in result.errors and len(result.errors) < 600, result.errors


@case
def waits_once_where_told():
    with world() as at:
        for effect in (faults.status(429, Retry_After=1), faults.rate_limited(1),
                       faults.status(503, Retry_After=1)):
            for name in ('once', 'twice'):
                at.fail(effect, service='buildkite', path=LIST, times=1 if name == 'once' else 2)
                at.service.clear()
                if name == 'once':
                    assert at.fresh(at.job_url).expect(0).bytes == at.job.log
                else:
                    at.refused('try again in 1 second', at.job_url)
                assert at.service.count(path=LIST) == 2, at.service.count(path=LIST)


@case
def says_until_when():
    with world() as at:
        at.fail(faults.status(429, Retry_After=59), path=LIST)
        at.refused('Buildkite allows no more requests for now; try again in 59 seconds', at.job_url, within=8)
        at.fail(faults.status(503, Retry_After=600), path=LIST)
        at.refused('Buildkite has trouble, it answers with 503; try again in 10 minutes', at.job_url, within=8)
        at.fail(faults.rate_limited(1800), service='github-api')
        address = f'{at.service.urls["github"]}/quill/quill/pull/77'
        at.refused('GitHub allows no more requests for now; try again in 30 minutes', address, within=8)
        at.fail(faults.rate_limited(90, secondary=True), service='github-api')
        at.refused('try again in 90 seconds', address, within=8)
        at.fail(faults.status(429, Retry_After='Fri, 31 Dec 9999 23:59:59 GMT'), path=LIST)
        at.refused('try again in 10080 minutes', at.job_url, within=8)
        for wrong in ('soon', '-5', '', '9' * 400):
            at.fail(faults.status(429, Retry_After=wrong), path=LIST)
            at.refused('try again ', at.job_url, within=8)


@case
def somebody_who_looks_on_is_told_why_it_waits():
    with world() as at:
        at.fail(faults.status(429, Retry_After=2), path=LIST, times=1)
        outer, inner = pty.openpty()
        done = subprocess.run([PROGRAM, 'fetch', at.job_url], env=at.environment(), stderr=inner,
                              stdout=subprocess.PIPE, timeout=30, check=True)
        os.close(inner)
        assert b'Buildkite: another try in 2 seconds' in os.read(outer, 4096)
        os.close(outer)
        assert done.stdout == at.job.log


@case
def trouble_may_pass():
    with world() as at:
        for code in (500, 502, 503, 504):
            at.fail(faults.status(code), path=LIST, times=2)
            assert at.fresh(at.job_url).expect(0).bytes == at.job.log
        at.fail(faults.status(500), path=LIST)
        at.service.clear()
        at.refused('Buildkite has trouble, it answers with 500; try again later', at.job_url)
        assert at.service.count(path=LIST) == 3
        at.fail(faults.reset(), path=LIST, times=2)
        at.fresh(at.job_url).expect(0)
        at.fail(faults.reset(), path=LIST)
        at.refused('Buildkite: the connection broke before an answer came', at.job_url)


@case
def a_cut_log_is_taken_up_again():
    with world(noise=20000) as at:
        size = len(at.job.log)
        assert size > 10**6
        at.fail(faults.cut(200000), service='storage', times=3)
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log
        ranges = [each.headers.get('range') for each in at.service.found('storage')]
        assert ranges == [None, 'bytes=200000-', 'bytes=400000-', 'bytes=600000-'], ranges
        at.service.clear()
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log and at.service.count() == 0


@case
def a_cut_log_begins_anew_where_no_part_is_given():
    """As Buildkite's API, which gives last bytes alone."""
    with world(noise=20000) as at:
        at.fail(faults.cut(300000), service='buildkite-api', path='/log', times=1)
        assert at.fetch(at.job_url, **BUILDKITE).expect(0).bytes == at.job.log

        def whole(request, answer):
            del request.headers['range']
            return at.service.parts['storage'].answer(request)

        for more in ({}, {'after': 1}):
            at.service.faults = []
            at.service.fail(faults.cut(300000), service='storage', times=1)
            at.service.fail(whole, service='storage', **more)
            assert at.fresh(at.job_url).expect(0).bytes == at.job.log


@case
def a_network_may_come_back():
    with world(noise=20000) as at:

        def vanish(request, answer):
            """The storage is gone for 2 seconds, with the answer on its way."""
            answer.delivery.cut_after = 200000
            host = at.service.hosts['storage']
            address = host.server_address
            host.shutdown()
            host.socket.close()

            def come_back():
                again = type(host)(address, host.RequestHandlerClass)
                at.service.hosts['storage'] = again
                again.serve_forever(0.02)

            threading.Timer(2, come_back).start()
            return answer

        at.fail(vanish, service='storage', times=1)
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log


@case
def a_log_that_stays_cut_is_not_shown_as_whole():
    with world(noise=20000) as at:
        for effect in (faults.cut(1000), faults.chunked_cut(1000), faults.wrong_length(10**9)):
            at.fail(effect, service='storage')
            at.refused('127.0.0.5: the connection broke after', at.job_url)
        at.fail(faults.cut(1000), service='storage', times=1)
        at.service.fail(faults.status(404), service='storage')
        at.refused('127.0.0.5: the connection broke after 1.0', at.job_url)
        # What comes then is of another log.
        at.fail(faults.cut(1000), service='storage', times=1)

        def other(request, answer):
            answer.headers['ETag'] = '"another"'
            return answer

        at.service.fail(other, service='storage')
        at.refused('127.0.0.5: the connection broke', at.job_url)
        at.service.faults = []
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log


@case
def a_part_is_not_shown_as_whole():
    with world() as at:
        def part(request, answer):
            answer.status = 206
            answer.headers['Content-Range'] = f'bytes 0-99/{len(answer.body)}'
            answer.body = answer.body[:100]
            return answer

        at.fail(part, service='storage')
        at.refused('does not give all of the log', at.job_url)
        at.fail(faults.status(204), service='storage')
        at.refused('does not give all of the log', at.job_url)


@case
def lists_that_make_no_sense():
    """Broken, deep, huge, packed, of other things: the words say that a saved log still works."""
    with world() as at:
        for effect in (
            faults.empty(), faults.garbage(), faults.broken_json(), faults.deep_json(), faults.html(),
            faults.wrong_values(), faults.wrong_containers(), faults.no_records(),
            faults.content(b'null'), faults.content(b'[[[]]'), faults.content(b'"\\ud800"'),
            faults.content(b'{"records": null}'), faults.content(b'[' + b'[],' * 3000000 + b'[]]'),
            faults.content(b'{"records": {}, "has_next_page": true}'),
            faults.content(b'{"records": [{}, null, 1, {"id": 5}], "has_next_page": true}'),
        ):
            at.fail(effect, path=LIST)
            at.refused('changed', at.build.url)
        for effect in (faults.huge_json(), faults.bomb()):
            at.fail(effect, path=LIST)
            at.refused('Buildkite answers with more than any service should', at.build.url, within=60)


@case
def a_job_is_read_though_its_list_is_not():
    with world() as at:
        for effect in (faults.html(), faults.no_records(), faults.broken_json(), faults.deep_json()):
            at.fail(effect, path=LIST)
            assert at.fresh(at.job_url).expect(0).bytes == at.job.log
        at.fail(faults.without('id'), path=LIST)
        assert at.fresh(at.job_url).expect(0).bytes == at.job.log


@case
def other_lists_that_make_no_sense():
    with world() as at:
        pull = f'{at.service.urls["github"]}/quill/quill/pull/77'
        run = f'{at.service.urls["github"]}/quill/quill/actions/runs/9001'
        for effect in (faults.html(), faults.broken_json(), faults.wrong_containers(),
                       faults.without('jobs', 'head', 'statuses', 'check_runs')):
            at.fail(effect, service='github-api')
            at.refused('GitHub', run)
            at.refused('GitHub', pull)
        for path in ('/status', '/check-runs'):
            at.fail(faults.without('statuses', 'check_runs'), service='github-api', path=path)
            at.refused('GitHub', pull)
        at.fail(faults.wrong_values(), service='github-api')
        at.refused('', run)
        at.refused('', pull)
        for effect in (faults.html(), faults.wrong_values(), faults.wrong_containers(), faults.without('jobs')):
            # The public pages are still there.
            at.fail(effect, service='buildkite-api', path=r'builds/\d+\?')
            at.fresh('--list', at.build.url, **BUILDKITE).expect(0)


@case
def a_web_page_is_no_log():
    with world() as at:
        at.fail(faults.html(), path='/download')
        at.refused('Buildkite gives a web page, not a log; save the log', at.job_url)
        at.fail(faults.html(), service='storage')
        at.refused('127.0.0.5 gives a web page, not a log', at.job_url)
        at.refused('127.0.0.6 gives a web page, not a log', at.other())
        at.refused('GitHub gives a web page', f'{at.service.urls["github"]}/quill/quill/issues/500')
        # Nor is it kept as one.
        at.service.faults = []
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log


@case
def a_cut_archive_is_an_error():
    with world() as at:
        archive = at.service.parts['storage'].link_to('actions/run/9001.zip')
        assert b'test_example_asks' in at.fetch(archive).expect(0).bytes

        def half(request, answer):
            answer.body = answer.body[: len(answer.body) // 2]
            return answer

        at.fail(half, service='storage')
        at.refused('', archive)


@case
def other_servers_than_those_of_the_web():
    """They speak at once, in other words, or never come to an end of their head."""

    def serve(listener, words, again):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(4096)
                    connection.sendall(words)
                    while again:
                        connection.sendall(again)
                except OSError:
                    pass

    with world() as at:
        for words, again, told in (
            (b'220 mail.quill.example ESMTP\r\n', b'', 'does not answer as the web does'),
            (b'\x00\xff' * 500, b'', 'does not answer as the web does'),
            (b'HTTP/9.9 200\r\n\r\n', b'', 'does not answer as the web does'),
            (b'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: -5\r\n\r\nx', b'', ''),
            (b'HTTP/1.1 200 OK\r\n', b'X-More: ' + b'y' * 900 + b'\r\n', 'more than any service should'),
            (b'', b'HTTP/1.1 100 Continue\r\n\r\n', 'more than any service should'),
            (b'HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n', b'', 'refuses with 302'),
            (b'HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n', b'', 'does not give all'),
        ):
            with socket.create_server(('127.0.0.1', 0)) as listener:
                threading.Thread(target=serve, args=(listener, words, again), daemon=True).start()
                at.refused(told, 'http://127.0.0.1:%d/x.log' % listener.getsockname()[1])


@case
def a_slow_log_comes_all_the_same():
    with world() as at:
        at.fail(faults.slow(8000), service='storage')
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log


@case
def many_logs_where_some_are_not_there():
    with world() as at:
        failed = [each for each in at.build.jobs if each.failed and not each.soft_failed and not each.retried_in]
        at.fail(faults.status(404), path=f'{failed[0].id}/download')
        result = at.fetch(at.build.url, '-o', 'logs/')
        assert result.status == 1 and result.errors.count('\n') == 1, result.errors
        assert failed[0].step.name in result.errors
        assert len(result.text.splitlines()) == len(failed) - 1 == len(at.left())
        at.fail(lambda request, answer: at.service.refuse('storage') or answer, path='/download', times=1)
        result = at.fresh(at.build.url, '-o', 'more/')
        assert result.status == 1 and result.errors.count('\n') == 1, result.errors


@case
def wrong_usage():
    with world() as at:
        for arguments in ((), ('a', 'b'), ('no-address',), ('ftp://quill.example/x',), ('file:///etc/passwd',),
                          ('http://',), ('https://quill.example/a b',), ('x' * 10000,), ('http://' + 'x' * 9000,)):
            result = at.fetch(*arguments).expect(2)
            assert len(result.errors) < 500, result.errors


if __name__ == '__main__':
    sys.exit(tap.main())
