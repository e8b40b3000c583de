# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What can go wrong between a service and its client.

    service.fail(faults.status(503, Retry_After='1'), service='github-api', path='/issues', times=2)

An effect is a function of the request and the right answer that gives the answer to send.
"""

import dataclasses
import json
import re
import time
import zlib

from exchange import HTML, JSON, Answer, html_answer, json_answer
from exchange import redirect as redirect_answer


@dataclasses.dataclass
class Fault:
    """A rule: which requests EFFECT changes. None and '' are any; TIMES None is always."""

    effect: object
    service: str = None
    method: str = None
    path: str = ''  # a regular expression, found anywhere in path and query
    times: int = None
    after: int = 0  # so many requests that fit are spared first
    done: bool = False  # what was asked for happens all the same: an issue is created

    def takes(self, request):
        """Whether it does; counts."""
        if (
            self.service not in (None, request.service)
            or self.method not in (None, request.method)
            or not re.search(self.path, request.target)
            or self.times == 0
        ):
            return False
        if self.after > 0:
            self.after -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True

    def is_in_place(self, request):
        """Whether the service itself never comes to see a request that would change something."""
        reads = request.method in ('GET', 'HEAD')
        return not reads and not self.done and getattr(self.effect, 'in_place', False)


def in_place(make):
    """Marks effects of an answer before anything has been done."""

    def make_marked(*arguments, **named):
        effect = make(*arguments, **named)
        effect.in_place = True
        return effect

    return make_marked


# Answers in place of the right one.


@in_place
def status(code, message=None, **headers):
    """An error as the services give it, with headers such as Retry_After='1'."""
    words = {
        401: 'Bad credentials',
        403: 'Forbidden',
        404: 'Not Found',
        429: 'Too Many Requests',
        500: 'Internal Server Error',
        502: 'Bad Gateway',
        503: 'Service Unavailable',
    }

    def effect(request, answer):
        if code in (502, 503):
            changed = html_answer(words[code], f'<h1>{words[code]}</h1>', code)
        else:
            changed = json_answer({'message': message or words.get(code, 'Error')}, code)
        changed.headers.update(
            {name.replace('_', '-'): str(value) for name, value in headers.items()}
        )
        return changed

    return effect


@in_place
def rate_limited(seconds, secondary=False):
    """No more requests for SECONDS, in the words of the service asked. SECONDARY: GitHub's other
    limit, which has Retry-After."""

    def effect(request, answer):
        if request.service.startswith('buildkite'):
            return status(
                429,
                'You have exceeded your API rate limit. Please wait before making more requests.',
                RateLimit_Remaining=0,
                RateLimit_Limit=200,
                RateLimit_Reset=seconds,
            )(request, answer)
        if secondary:
            return status(
                403,
                'You have exceeded a secondary rate limit. Please wait a few minutes.',
                Retry_After=seconds,
            )(request, answer)
        return status(
            403,
            'API rate limit exceeded for 127.0.0.1.',
            X_RateLimit_Limit=60,
            X_RateLimit_Remaining=0,
            X_RateLimit_Reset=int(time.time()) + seconds,
        )(request, answer)

    return effect


@in_place
def redirect(url, code=302):
    """To another host, or to another scheme: 'file:///etc/passwd', 'ftp://127.0.0.1/x'."""
    return lambda request, answer: redirect_answer(url, code)


def redirect_loop():
    """To itself."""
    return lambda request, answer: redirect_answer(request.target)


def content(body, content_type=JSON, code=200):
    return lambda request, answer: Answer(code, {'Content-Type': content_type}, body)


def html(code=200):
    """A page in place of JSON."""
    return content(
        b'<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>',
        HTML,
        code,
    )


def empty():
    return content(b'')


def garbage():
    """Bytes that are neither UTF-8 nor JSON, with NULs among them."""
    return content(bytes(range(256)) * 64)


def broken_json():
    """The right answer's first half."""

    def effect(request, answer):
        return Answer(answer.status, answer.headers, answer.body[: len(answer.body) // 2])

    return effect


def deep_json(depth=100000):
    return content(b'[' * depth + b']' * depth)


def huge_json(
    size=1 << 30, item=b'{"number":1,"title":"x","records":[],"body":"' + b'y' * 4096 + b'"},'
):
    """A list of SIZE bytes or more, without Content-Length."""

    def make():
        yield b'['
        block = item * 16
        for _ in range(size // len(block) + 1):
            yield block
        yield item.rstrip(b',') + b']'

    return lambda request, answer: Answer(200, {'Content-Type': JSON}, make())


def huge(size=1 << 40, block=b'x' * 65536):
    """A body that hardly ends."""

    def make():
        for _ in range(size // len(block)):
            yield block

    return lambda request, answer: Answer(answer.status, answer.headers, make())


def _rewritten(change):
    """The right answer's JSON, as CHANGE gives it."""
    return lambda request, answer: json_answer(change(json.loads(answer.body)), answer.status)


def wrong_values():
    """JSON with numbers for texts, texts for numbers, objects for truths, lists for null."""

    def turn(value):
        if isinstance(value, dict):
            return {name: turn(each) for name, each in value.items()}
        if isinstance(value, list):
            return [turn(each) for each in value]
        if isinstance(value, str):
            return len(value)
        return {} if isinstance(value, bool) else [] if value is None else str(value)

    return _rewritten(turn)


def wrong_containers():
    """JSON with lists for objects and objects for lists."""

    def turn(value):
        if isinstance(value, dict):
            return [turn(each) for each in value.values()]
        if isinstance(value, list):
            return {str(index): turn(each) for index, each in enumerate(value)}
        return value

    return _rewritten(turn)


def without(*names):
    """JSON without these members, at any depth: a service that changed its pages."""

    def strip(value):
        if isinstance(value, dict):
            return {name: strip(each) for name, each in value.items() if name not in names}
        return [strip(each) for each in value] if isinstance(value, list) else value

    return _rewritten(strip)


def no_records():
    """The list of jobs of Buildkite's pages, gone."""
    return without('records', 'items')


def bomb(size=1 << 30):
    """A few bytes of gzip that hold SIZE bytes, all blank; to those who asked for gzip or not."""

    def make():
        packer = zlib.compressobj(9, wbits=31)
        for _ in range(size >> 20):
            yield packer.compress(b' ' * (1 << 20))
        yield packer.flush()

    return lambda request, answer: Answer(
        answer.status, {**answer.headers, 'Content-Encoding': 'gzip'}, filter(None, make())
    )


# The right answer, delivered badly.


def _deliver(**how):
    def effect(request, answer):
        for name, value in how.items():
            setattr(answer.delivery, name, value)
        return answer

    return effect


def slow(bytes_per_second):
    return _deliver(rate=bytes_per_second)


def silent(after=0):
    """Nothing comes after so many bytes of the body; the connection stays open."""
    return _deliver(silent_after=after)


def cut(after):
    """The connection closes after so many bytes, Content-Length told more."""
    return _deliver(cut_after=after)


def chunked():
    return _deliver(chunked=True)


def chunked_cut(after):
    """A chunked answer without its last chunk."""
    return _deliver(chunked=True, cut_after=after)


def wrong_length(length):
    """Content-Length is LENGTH; all of the body is sent, and the connection closes."""
    return _deliver(declared=length)


def no_answer():
    """Not a byte; the connection stays open."""
    return _deliver(no_answer=True)


@in_place
def reset():
    """The connection is reset in place of an answer."""
    return _deliver(reset=True)
