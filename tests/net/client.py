# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Asks the services of service.py, without following where they lead."""

import http.client
import json
import urllib.parse

ALICE = {'Authorization': 'Bearer github-token-of-alice'}
MAYA = {'Authorization': 'Bearer github-token-of-maya'}
BUILDKITE = {'Authorization': 'Bearer buildkite-token-of-alice'}


class Response:
    """What one request gave; redirects are not followed."""

    def __init__(self, url, method='GET', headers=None, body=None, timeout=5):
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
        try:
            target = parts.path + (f'?{parts.query}' if parts.query else '')
            connection.request(
                method,
                target,
                json.dumps(body).encode() if body is not None else None,
                headers or {},
            )
            answer = connection.getresponse()
            self.status, self.headers = answer.status, answer.headers
            self.body = answer.read()
        finally:
            connection.close()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def next(self):
        links = [each.split('; ') for each in self.headers.get('Link', '').split(', ')]
        return next((each[0][1:-1] for each in links if each[-1] == 'rel="next"'), None)


def all_pages(url, headers=None):
    pages = []
    while url:
        answer = Response(url, headers=headers)
        pages.append(answer.json)
        url = answer.next
    return pages
