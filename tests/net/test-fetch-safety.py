# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who may hear what: redirects, certificates, proxies, tokens and cookies."""

import glob
import os
import sys

import faults
import tap
from doors import NAME, make_certificate, proxy, secret_door
from fetching import BUILDKITE, GITHUB, world
from tap import Skip, case

COOKIE = 'a-session-of-buildkite'


@case
def redirects_that_lead_astray():
    with world() as at:
        at.fail(faults.redirect_loop(), service='elsewhere')
        at.service.clear()
        at.refused('leads in circles', at.other())
        assert at.service.count() == 9
        for target in ('file:///etc/passwd', 'ftp://127.0.0.1/x', 'gopher://127.0.0.1/', 'data:text/plain,x',
                       'dict://127.0.0.1/', 'smb://127.0.0.1/x', 'FILE:///etc/passwd', 'javascript:1'):
            at.fail(faults.redirect(target), service='elsewhere')
            at.refused('not safe to follow', at.other())
            at.fail(faults.redirect(target), path='/download')
            at.refused('not safe to follow', at.job_url)
            at.fail(faults.redirect(target), service='github-api')
            at.refused('not safe to follow', f'{at.service.urls["github"]}/quill/quill/pull/77')
        at.fail(faults.redirect('http://logs.quill.invalid/x?signature=secret-words#' + 'y' * 9000), service='elsewhere')
        result = at.refused('logs.quill.invalid', at.other(), within=25)
        assert 'secret-words' not in result.errors and len(result.errors) < 500


@case
def what_gives_access_is_not_shown():
    """Names and passwords in addresses, and what was signed."""
    with world() as at:
        at.fail(faults.status(404), service='elsewhere')
        address = at.other('/x.log?signature=secret-words').replace('http://', 'http://maya:password@')
        result = at.refused('nothing is there', address)
        assert 'password' not in result.errors and 'secret-words' not in result.errors, result.errors
        at.fail(faults.status(404), service='storage')
        result = at.refused('nothing is there', at.job_url)
        assert 'signature' not in result.errors, result.errors
        result = at.fetch('--list', address).expect(1)
        assert 'password' not in result.errors and 'secret-words' not in result.errors, result.errors


@case
def no_cookie_or_token_reaches_another_host():
    tokens = {**BUILDKITE, **GITHUB}
    with world() as at:
        runs = f'{at.service.urls["github"]}/quill/quill/actions/runs/9001'
        for address in (at.job_url, at.url(7701), runs, at.other(), f'{at.service.urls["github"]}/quill/quill/pull/77'):
            at.fresh(address, **tokens)
            at.fresh(address)
        for source in ('buildkite', 'buildkite-api', 'github-api', 'storage'):
            at.fail(faults.redirect(at.other('/stolen')), service=source)
            at.fresh(at.job_url, **tokens)
            at.fresh(at.job_url)
            at.fresh(runs, **tokens)

        # What a service names as the next page is its own, or is not asked.
        def next_elsewhere(request, answer):
            answer.headers['Link'] = f'<{at.other("/next")}>; rel="next"'
            return answer

        at.fail(next_elsewhere, service='github-api')
        at.fresh('--list', runs, **tokens).expect(0)
        assert at.service.count('elsewhere', path='/stolen') >= 4 and at.service.count('elsewhere', path='/next') == 0
        assert at.service.seen_by(tokens['GITHUB_TOKEN']) == {'github-api'}
        assert at.service.seen_by(tokens['BUILDKITE_API_TOKEN']) == {'buildkite-api'}
        assert at.service.seen_by(COOKIE) == {'buildkite'}


@case
def tokens_are_told_nowhere():
    tokens = {'GITHUB_TOKEN': 'github-token-that-is-wrong', 'BUILDKITE_API_TOKEN': 'buildkite-token-that-is-wrong'}
    with world() as at:
        for address in (at.job_url, f'{at.service.urls["github"]}/quill/quill/actions/runs/9001'):
            for effect in (faults.status(401), faults.status(403), faults.status(404), faults.status(500), faults.html()):
                at.fail(effect)
                result = at.refused('', address, **tokens)
                assert 'token-that-is-wrong' not in result.errors
        at.service.faults = []
        at.fetch(at.job_url, **tokens).expect(0)
        for path in at.cache.rglob('*'):
            assert path.is_dir() or b'token-that' not in path.read_bytes(), path


@case
def what_cannot_go_into_a_header_is_no_token():
    with world() as at:
        for token in ('a\r\nX-Evil: 1', 'a b', 'ä', 'x' * 5000, ' '):
            at.fresh(at.job_url, BUILDKITE_API_TOKEN=token).expect(0)
        assert at.service.count('buildkite-api') == 0
        assert not [each for each in at.service.requests if 'x-evil' in each.headers]


@case
def a_token_that_ran_out_keeps_nothing_public_away():
    with world() as at:
        web = f'{at.service.urls["github"]}/quill/quill'
        wrong = {'GITHUB_TOKEN': 'github-token-that-ran-out', 'BUILDKITE_API_TOKEN': 'buildkite-token-that-ran-out'}
        assert len(at.fresh('--list', f'{web}/actions/runs/9001', **wrong).expect(0).text.splitlines()) == 3
        assert at.service.count('github-api') == 2
        result = at.refused('GitHub does not accept the token', f'{web}/actions/runs/9001', **wrong)
        assert 'set another one' in result.errors
        at.service.clear()
        assert at.fresh(at.job_url, **wrong).expect(0).bytes == at.job.log
        assert at.service.count('buildkite-api') == 1


@case
def a_token_of_others_leaves_the_public_pages():
    with world() as at:
        for token in ('buildkite-token-of-elsewhere', 'buildkite-token-without-logs'):
            at.service.clear()
            assert at.fresh(at.job_url, BUILDKITE_API_TOKEN=token).expect(0).bytes == at.job.log
            assert at.service.count('storage') == 1
            assert at.service.seen_by(token) == {'buildkite-api'}


@case
def with_a_token_the_interface_is_asked():
    with world() as at:
        assert at.fresh(at.job_url, **BUILDKITE).expect(0).bytes == at.job.log
        assert at.service.count() == at.service.count('buildkite-api') == 2


@case
def a_certificate_that_nobody_signed():
    with world() as at:
        certificate, key = make_certificate(at.cache_of('certificates'))
        log = lambda handler: handler.give(200, b'a secret log\n', **{'Content-Type': 'text/plain'})
        with secret_door(certificate, key, log) as door:
            address = f'https://127.0.0.1:{door.port}/x.log'
            at.refused('certificate cannot be trusted', address)
            at.refused('certificate cannot be trusted', f'{address.replace("127.0.0.1", "localhost")}',
                       SSL_CERT_FILE=str(certificate))
            assert door.requests == []
            at.refused('GitHub: its certificate cannot be trusted', f'https://127.0.0.1:{door.port}/quill/quill/pull/77',
                       CULPRIT_GITHUB_URL=f'https://127.0.0.1:{door.port}',
                       CULPRIT_GITHUB_API_URL=f'https://127.0.0.1:{door.port}', **GITHUB)
            assert door.requests == []
            assert at.fresh(address, SSL_CERT_FILE=str(certificate)).expect(0).bytes == b'a secret log\n'
            assert at.fresh(address, CURL_CA_BUNDLE=str(certificate)).expect(0).bytes == b'a secret log\n'
            at.refused('certificate cannot be trusted', address, SSL_CERT_FILE='/nonexistent')
        at.service.refuse('elsewhere')
        at.refused('certificate cannot be trusted', at.service.urls['github'].replace('http:', 'https:') + '/x')


@case
def what_was_secret_stays_so():
    """From https to http, even on this machine."""
    with world() as at:
        certificate, key = make_certificate(at.cache_of('certificates'))
        target = [at.other()]
        with secret_door(certificate, key, lambda handler: handler.give(302, Location=target[0])) as door:
            trust = {'SSL_CERT_FILE': str(certificate)}
            address = f'https://127.0.0.1:{door.port}/x.log'
            for target[0] in (at.other(), 'http://logs.quill.invalid/x', f'http://127.0.0.1:{door.port}/x'):
                at.refused('not safe to follow', address, **trust)
            assert at.service.count('elsewhere') == 0
            target[0] = address
            at.refused('leads in circles', address, **trust)


@case
def nothing_that_listens_here_is_asked_for_others():
    """A site in the clear leads to what this machine alone may ask, by whatever name."""
    with world() as at:
        with proxy(status=None) as door:
            def lead(handler):
                handler.record()
                handler.give(302, Location=target[0])

            here, target = at.other('/admin'), ['']
            door.RequestHandlerClass = type('Leading', (door.RequestHandlerClass,), {'do_GET': lead})
            for target[0] in (here, here.replace('http:', 'https:'), *(here.replace('127.0.0.1', name) for name in (
                    '0.0.0.0', 'localhost', 'localhost.', 'a.localhost', '127.1', '[::1]', '[::1%25lo]', '[::ffff:127.0.0.1]'))):
                at.refused('not safe to follow', f'http://{NAME}/x.log', http_proxy=f'http://127.0.0.1:{door.port}', no_proxy='')
        assert at.service.count('elsewhere') == 0


@case
def a_proxy_of_the_environment():
    with world() as at, proxy() as door:
        through = {'http_proxy': f'http://127.0.0.1:{door.port}', 'no_proxy': ''}
        assert at.fresh(f'http://{NAME}/x.log', **through).expect(0).bytes == b'a log from afar\n'
        assert [each for each, _ in door.requests] == [f'GET http://{NAME}/x.log']
        # What is on this machine is not told to a proxy: not the token, not even that it was asked for.
        assert at.fresh(at.job_url, **through, **BUILDKITE).expect(0).bytes == at.job.log
        assert len(door.requests) == 1
        door.status = 407
        at.refused('refuses with 407', f'http://{NAME}/x.log', **through)
        at.refused('', f'http://{NAME}/x.log', http_proxy='http://proxy.invalid:1', no_proxy='', within=25)
        at.refused('no connection', f'http://{NAME}/x.log', http_proxy='http://127.0.0.1:1', no_proxy='')
        at.refused('', f'http://{NAME}/x.log', http_proxy='socks5h://127.0.0.1:1', no_proxy='')


@case
def a_proxy_sees_nothing_of_what_is_secret():
    with world() as at:
        certificate, key = make_certificate(at.cache_of('certificates'))

        def user(handler):
            handler.give(200, b'{"id": 91002, "name": "unit", "status": "completed", "conclusion": "failure"}')

        with secret_door(certificate, key, user) as door, proxy(way=door.port) as between:
            urls = {'CULPRIT_GITHUB_URL': 'https://github.com', 'CULPRIT_GITHUB_API_URL': f'https://{NAME}'}
            through = {'https_proxy': f'http://127.0.0.1:{between.port}', 'no_proxy': '',
                       'SSL_CERT_FILE': str(certificate)}
            at.fresh('--list', 'https://github.com/quill/quill/actions/runs/9001/job/91002', **urls, **through,
                     **GITHUB).expect(0)
            assert [each for each, _ in between.requests] == [f'CONNECT {NAME}:443']
            assert GITHUB['GITHUB_TOKEN'] not in str(between.requests)
            assert GITHUB['GITHUB_TOKEN'] in str(door.requests)
            between.status = 403
            at.refused('GitHub: the proxy lets nobody through, it answers with 403',
                       'https://github.com/quill/quill/actions/runs/9001', **urls, **through)


@case
def a_proxy_of_the_desktop():
    modules = os.environ.get('GIO_EXTRA_MODULES', '/usr/lib/*/gio/modules')
    if not glob.glob(f'{modules}/libgiognomeproxy.so'):
        raise Skip('glib-networking is not installed')
    with world() as at, proxy() as door:
        settings = at.cache_of('config') / 'glib-2.0' / 'settings'
        settings.mkdir(parents=True)
        (settings / 'keyfile').write_text(
            "[system/proxy]\nmode='manual'\n"
            f"[system/proxy/http]\nhost='127.0.0.1'\nport={door.port}\n"
        )
        desktop = {'XDG_CURRENT_DESKTOP': 'GNOME', 'GSETTINGS_BACKEND': 'keyfile', 'no_proxy': '',
                   'XDG_CONFIG_HOME': str(at.cache_of('config'))}
        assert at.fresh(f'http://{NAME}/x.log', **desktop).expect(0).bytes == b'a log from afar\n'
        assert at.fresh(at.job_url, **desktop).expect(0).bytes == at.job.log
        assert len(door.requests) == 1
        # The environment is nearer.
        at.refused('no connection', f'http://{NAME}/x.log', **{**desktop, 'http_proxy': 'http://127.0.0.1:1'})


if __name__ == '__main__':
    sys.exit(tap.main())
