# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import time
import urllib.error

import pytest

from remote import RemoteServer

PROMPT = 'the quick brown fox jumps over the lazy dog and runs home'


def test_generate(server):
    assert server.generate('one two three').split()[0] == 'three'


@pytest.mark.parametrize('text', ['plain', 'two words', 'naïve café', ''], ids=repr)
def test_echo(server, text):
    assert server.generate(text + ' end').split()[0] == 'end'


def ask_until_answered(server, text, tries=3):
    for _ in range(tries):
        try:
            return server.generate(text)
        except urllib.error.HTTPError as error:
            print(f'server answered {error.code}, trying again in half a second')
            time.sleep(0.5)
        except urllib.error.URLError as error:
            reason = error.reason
    raise ConnectionError(f'{server.url}: {reason}')


def test_prefix_cache_frees_pages():
    server = RemoteServer(51218, 16)
    try:
        for number in range(6):
            answer = ask_until_answered(server, f'{number} {PROMPT}')
            assert answer.endswith(str(number))
    finally:
        server.close()
