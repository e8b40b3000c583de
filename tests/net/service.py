#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite and GitHub on the loopback interface, for tests.

    with Service(Scenario()) as service:
        run('history', '--job', 'Binding Tests', environment=service.environment)
        assert service.count('github-api') <= 4

Each service has a host of its own, 127.0.0.1 to 127.0.0.6, so that a cookie or a token that goes
astray is seen: service.seen_by(text) names the services whose requests held it.
By hand: python3 tests/net/service.py [--scenario NAME] prints shell exports and serves until it
is killed.
"""

import argparse
import http.server
import signal
import socket
import struct
import sys
import threading
import traceback

from actions import Actions
from buildkite import Buildkite
from buildkite_api import BuildkiteApi
from exchange import Answer, Request, json_answer
from faults import Fault
from github import GitHub
from github_api import GitHubApi
from scenario import NAMED, Scenario
from storage import Elsewhere, Storage

PARTS = [Buildkite, BuildkiteApi, GitHub, GitHubApi, Storage, Elsewhere]

VARIABLES = {
    'CULPRIT_BUILDKITE_URL': 'buildkite',
    'CULPRIT_BUILDKITE_API_URL': 'buildkite-api',
    'CULPRIT_GITHUB_URL': 'github',
    'CULPRIT_GITHUB_API_URL': 'github-api',
}

# Tokens that the services know; github_api.py and buildkite_api.py have others.
TOKENS = {
    'BUILDKITE_API_TOKEN': 'buildkite-token-of-alice',
    'GITHUB_TOKEN': 'github-token-of-alice',
}


class Cut(Exception):
    """The connection closes here."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True
    service = part = None  # set in the class of each host

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        length = int(self.headers.get('Content-Length') or 0)
        request = Request(
            self.part.name,
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
        )
        fault = self.service.record(request)
        answer = self.make_answer(request, fault)
        request.status = answer.status
        try:
            self.deliver(answer)
        except (Cut, OSError):
            self.close_connection = True

    def make_answer(self, request, fault):
        """A mistake of ours is told here as well."""
        try:
            if fault is None:
                return self.part.answer(request)
            right = Answer() if fault.is_in_place(request) else self.part.answer(request)
            return fault.effect(request, right)
        except Exception:
            traceback.print_exc()
            return json_answer({'message': 'Internal Server Error'}, 500)

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def deliver(self, answer):
        how = answer.delivery
        if how.reset:
            # Closing a socket that lingers for no time sends a reset.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            self.connection.close()
            raise Cut
        if how.no_answer:
            self.service.stopping.wait()
            raise Cut
        whole = isinstance(answer.body, (bytes, bytearray))
        chunked = how.chunked or not whole
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if chunked:
            self.send_header('Transfer-Encoding', 'chunked')
        elif answer.status != 304:
            self.send_header(
                'Content-Length', how.declared if how.declared is not None else len(answer.body)
            )
        self.end_headers()
        self.wfile.flush()
        if self.command != 'HEAD' and answer.status != 304:
            self.send_body([answer.body] if whole else answer.body, chunked, how)
        if how.declared is not None:
            raise Cut

    def send_body(self, blocks, chunked, how):
        sent = 0
        for block in blocks:
            for piece in self.pieces(block, sent, how):
                if piece:
                    self.wfile.write(b'%x\r\n%b\r\n' % (len(piece), piece) if chunked else piece)
                    self.wfile.flush()
                sent += len(piece)
        if chunked:
            self.wfile.write(b'0\r\n\r\n')

    def pieces(self, block, sent, how):
        """BLOCK in parts as they may go out, with the waits between them."""
        stop = min(
            (each for each in (how.silent_after, how.cut_after) if each is not None), default=None
        )
        size = len(block) if how.rate is None else max(1, int(how.rate / 10))
        for start in range(0, len(block), max(size, 1)):
            piece = block[start : start + size]
            if stop is not None and sent + len(piece) >= stop:
                yield piece[: stop - sent]
                if how.silent_after is not None:
                    self.service.stopping.wait()
                raise Cut
            yield piece
            sent += len(piece)
            if how.rate is not None and self.service.stopping.wait(0.1):
                raise Cut


class Host(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, request, client_address):
        """A client that goes away is no error; others are told."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Service:
    """All of them, while it is entered. COOKIES False: Buildkite's pages ask for no cookie."""

    def __init__(self, scenario=None, cookies=True):
        self.scenario = scenario or Scenario()
        self.scenario.actions = Actions(self.scenario)
        self.cookies = cookies
        self.session = 'a-session-of-buildkite'
        self.requests = []
        self.faults = []
        self.stopping = threading.Event()
        self.lock = threading.RLock()
        self.hosts, self.urls, self.parts = {}, {}, {}

    def start(self):
        for index, each in enumerate(PARTS, 1):
            part = self.parts[each.name] = each(self)
            handler = type('Handler', (Handler,), {'service': self, 'part': part})
            host = self.hosts[each.name] = Host((f'127.0.0.{index}', 0), handler)
            self.urls[each.name] = 'http://%s:%d' % host.server_address
        self.scenario.buildkite_url, self.scenario.github_url = (
            self.urls['buildkite'],
            self.urls['github'],
        )
        for host in self.hosts.values():
            threading.Thread(target=host.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def stop(self):
        self.stopping.set()
        for name in list(self.hosts):
            self.refuse(name)

    __enter__ = start

    def __exit__(self, *error):
        self.stop()

    @property
    def environment(self):
        """What leads Culprit here; with no token, whatever the surroundings have."""
        return {
            **{variable: self.urls[name] for variable, name in VARIABLES.items()},
            'BUILDKITE_API_TOKEN': '',
            'GITHUB_TOKEN': '',
            'GH_TOKEN': '',
            'no_proxy': '*',
        }

    @property
    def environment_with_tokens(self):
        return {**self.environment, **TOKENS}

    def record(self, request):
        """Its fault, or None."""
        with self.lock:
            self.requests.append(request)
            return next((each for each in self.faults if each.takes(request)), None)

    def fail(self, effect, **rule):
        """Adds a Fault, see faults.py."""
        self.faults.append(Fault(effect, **rule))

    def refuse(self, name):
        """Nobody listens there any more."""
        host = self.hosts.pop(name)
        host.shutdown()
        host.server_close()

    def found(self, service=None, method=None, path='', status=None):
        """The requests so far that are such; PATH as in a Fault."""
        rule = Fault(None, service, method, path)
        with self.lock:
            return [
                each for each in self.requests if rule.takes(each) and status in (None, each.status)
            ]

    def count(self, *arguments, **rule):
        return len(self.found(*arguments, **rule))

    def clear(self):
        """Forgets the requests so far."""
        with self.lock:
            self.requests.clear()

    def seen_by(self, text):
        """The services that TEXT came to: in the target, a header or the body."""

        def holds(request):
            return (
                text in request.target
                or any(text in each for each in request.headers.values())
                or text.encode() in request.body
            )

        with self.lock:
            return {each.service for each in self.requests if holds(each)}


def main():
    parser = argparse.ArgumentParser(
        description='Serves Buildkite and GitHub, made up, on the loopback interface.'
    )
    parser.add_argument('--scenario', choices=sorted(NAMED), default='default')
    parser.add_argument(
        '--tokens', action='store_true', help='print tokens that the services know as well'
    )
    arguments = parser.parse_args()
    with Service(NAMED[arguments.scenario]()) as service:
        for name, value in (
            service.environment_with_tokens if arguments.tokens else service.environment
        ).items():
            print(f"export {name}='{value}'")
        build = service.scenario.build(service.scenario.broken_since)
        print(f'# a job: {build.url}#{build.jobs[0].id}', flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == '__main__':
    main()
