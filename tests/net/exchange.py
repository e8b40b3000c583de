# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Requests and answers, and what the services have in common: routes, pages, ranges."""

import dataclasses
import hashlib
import json
import re
import urllib.parse

HTML = 'text/html; charset=utf-8'
TEXT = 'text/plain; charset=utf-8'
JSON = 'application/json; charset=utf-8'


@dataclasses.dataclass
class Request:
    service: str  # 'buildkite', 'buildkite-api', 'github', 'github-api', 'storage', 'elsewhere'
    method: str
    target: str  # as it was asked for, with the query
    headers: dict  # names in lower case
    body: bytes = b''
    status: int = None  # of the answer, once there is one

    @property
    def path(self):
        return urllib.parse.unquote(urllib.parse.urlsplit(self.target).path)

    @property
    def query(self):
        return urllib.parse.parse_qs(
            urllib.parse.urlsplit(self.target).query, keep_blank_values=True
        )

    def get(self, name, default=None):
        """The last value of a query parameter."""
        return self.query.get(name, [default])[-1]

    def get_all(self, name):
        """state=a, state[]=a&state[]=b and state=a,b alike."""
        values = self.query.get(name, []) + self.query.get(f'{name}[]', [])
        return [part for value in values for part in value.split(',') if part]

    @property
    def token(self):
        """After "Bearer " or "token ", or None."""
        scheme, _, rest = self.headers.get('authorization', '').partition(' ')
        return rest if scheme.lower() in ('bearer', 'token') and rest else None

    def json(self):
        """The body, an object; None if it is not one."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return None
        return value if isinstance(value, dict) else None


@dataclasses.dataclass
class Delivery:
    """How an answer's body goes out; see faults.py. Bytes unless it says otherwise."""

    rate: float = None  # a second
    silent_after: int = None  # then nothing, the connection stays
    cut_after: int = None  # then the connection is closed
    declared: int = None  # Content-Length, whatever the body's length
    chunked: bool = False
    reset: bool = False  # in place of an answer
    no_answer: bool = False  # nor anything else; the connection stays


@dataclasses.dataclass
class Answer:
    status: int = 200
    headers: dict = dataclasses.field(default_factory=dict)
    body: object = b''  # bytes, or an iterable of them, which goes out in chunks
    delivery: Delivery = dataclasses.field(default_factory=Delivery)


def json_answer(value, status=200, **headers):
    body = json.dumps(value).encode()
    return Answer(
        status,
        {'Content-Type': JSON, **{name.replace('_', '-'): each for name, each in headers.items()}},
        body,
    )


def html_answer(title, body='', status=200):
    page = f'<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>{body}</body></html>\n'
    return Answer(status, {'Content-Type': HTML}, page.encode())


def redirect(url, status=302):
    return Answer(
        status,
        {'Location': url, 'Content-Type': HTML},
        b'<html><body>You are being redirected.</body></html>',
    )


def route(method, pattern):
    """Marks a method of a Part: PATTERN is the whole path, its groups the method's arguments."""

    def mark(function):
        function.route = (method, re.compile(pattern))
        return function

    return mark


def conditional(request, answer, cache_control):
    """With an ETag, and 304 to those who have it."""
    if answer.status != 200 or request.method != 'GET':
        return answer
    tag = f'W/"{hashlib.sha256(answer.body).hexdigest()}"'
    answer.headers.update({'ETag': tag, 'Cache-Control': cache_control})
    if request.headers.get('if-none-match') == tag:
        kept = {name: value for name, value in answer.headers.items() if name != 'Content-Type'}
        return Answer(304, kept)
    return answer


class Part:
    """One of the services, on a host of its own. Its routes are its methods that are marked so."""

    name = ''

    def __init__(self, service):
        self.service = service
        self.scenario = service.scenario
        marked = (
            getattr(self, each)
            for each in dir(type(self))
            if hasattr(getattr(type(self), each), 'route')
        )
        self.routes = [(*each.route, each) for each in marked]

    def answer(self, request):
        """HEAD is GET; the body is left out on the way."""
        method = 'GET' if request.method == 'HEAD' else request.method
        for own_method, pattern, function in self.routes:
            found = pattern.fullmatch(request.path)
            if found and own_method == method:
                return function(request, *found.groups()) or self.not_found()
        return self.not_found()

    def not_found(self):
        return html_answer('Page not found', status=404)

    @property
    def url(self):
        return self.service.urls[self.name]


def slice_of(request, items, default=30, most=100):
    """The page of ITEMS asked for by page and per_page, its number, and how many there are."""
    size = max(1, min(int(request.get('per_page') or default), most))
    page = max(1, int(request.get('page') or 1))
    return items[(page - 1) * size : page * size], page, max(1, -(-len(items) // size))


def link_header(url, request, page, last):
    """Link, as both services give it, for numbered pages; None where there is one page."""

    def link(number, relation):
        query = {**request.query, 'page': [str(number)]}
        encoded = urllib.parse.urlencode(query, doseq=True)
        return f'<{url}{urllib.parse.quote(request.path)}?{encoded}>; rel="{relation}"'

    links = []
    if page > 1:
        links += [link(1, 'first'), link(page - 1, 'prev')]
    if page < last:
        links += [link(page + 1, 'next'), link(last, 'last')]
    return ', '.join(links) or None


def paged(part, request, items, make, default=30, most=100):
    """A page of ITEMS as JSON with its Link, each given by MAKE."""
    chosen, page, last = slice_of(request, items, default, most)
    answer = json_answer([make(each) for each in chosen])
    link = link_header(part.url, request, page, last)
    if link:
        answer.headers['Link'] = link
    return answer


def ranged(request, data, headers):
    """DATA, or the part of it that Range asks for, if If-Range does not stand against it."""
    headers = {'Accept-Ranges': 'bytes', **headers}
    asked = re.fullmatch(r'bytes=(\d*)-(\d*)', request.headers.get('range', ''))
    if asked is None or request.headers.get('if-range') not in (None, headers.get('ETag')):
        return Answer(200, headers, data)
    first, last = asked.groups()
    if first == '':
        start, end = max(0, len(data) - int(last or 0)), len(data)
    else:
        start, end = int(first), min(len(data), int(last) + 1 if last else len(data))
    if start >= end:
        return Answer(416, {**headers, 'Content-Range': f'bytes */{len(data)}'}, b'')
    return Answer(
        206, {**headers, 'Content-Range': f'bytes {start}-{end - 1}/{len(data)}'}, data[start:end]
    )
