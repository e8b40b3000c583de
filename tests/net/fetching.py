# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs culprit-cli against the services of service.py, each world with a cache of its own."""

import contextlib
import os
import pathlib
import tempfile
import time

from command import run
from scenario import Scenario
from service import TOKENS, Service

GITHUB = {'GITHUB_TOKEN': TOKENS['GITHUB_TOKEN']}
BUILDKITE = {'BUILDKITE_API_TOKEN': TOKENS['BUILDKITE_API_TOKEN']}


def is_of_network(name):
    """What the surroundings say of proxies and of whom to trust."""
    return name.lower().endswith('_proxy') or name in ('CURL_CA_BUNDLE', 'SSL_CERT_FILE')


class World:
    """The services, and what Culprit keeps. The broken job is the last attempt of Binding Tests in
    the build that broke it; no other job of that build fails but those that always do."""

    def __init__(self, service, folder):
        self.service, self.folder = service, pathlib.Path(folder)
        self.scenario = service.scenario
        self.build = self.scenario.build(self.scenario.broken_since)
        self.job = self.scenario.job_named(self.build.number, 'Binding Tests')
        self.job_url = f'{self.build.url}#{self.job.id}'
        self.caches = 0

    @property
    def cache(self):
        return self.folder / 'cache'

    def cache_of(self, name):
        """A folder that is not Culprit's to leave something in, or not."""
        folder = self.cache / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def environment(self, **more):
        return {
            **{name: value for name, value in os.environ.items() if not is_of_network(name)},
            **self.service.environment,
            'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent',  # no keyring
            'XDG_CACHE_HOME': str(self.cache),
            **more,
        }

    def run(self, *arguments, **more):
        return run(*arguments, env=self.environment(**more), cwd=self.folder)

    def fetch(self, *arguments, **more):
        return self.run('fetch', *arguments, **more)

    def fresh(self, *arguments, **more):
        """Fetches with nothing kept."""
        self.caches += 1
        return self.fetch(
            *arguments, **{'XDG_CACHE_HOME': str(self.cache / f'fresh-{self.caches}'), **more}
        )

    def refused(self, words, *arguments, within=15, **more):
        """Fetching fails as it should: one line that has WORDS, in time, nothing left behind."""
        began = time.monotonic()
        result = self.fresh(*arguments, '-o', 'x.log', **more).expect(1)
        took = time.monotonic() - began
        assert words in result.errors, result.errors
        assert took < within, f'{took:.1f} seconds'
        assert not self.left(), self.left()
        return result

    def left(self):
        """Files outside of the cache, and unfinished ones in it."""
        return [
            each
            for each in self.folder.rglob('*')
            if each.is_file() and (self.cache not in each.parents or '.part' in each.name)
        ]

    def fail(self, effect, **rule):
        self.service.faults = []
        self.service.fail(effect, **rule)

    def other(self, path='/x.log'):
        """An address at a host of somebody else's."""
        return self.service.urls['elsewhere'] + path

    def url(self, number):
        return self.scenario.build(number).url


@contextlib.contextmanager
def world(cookies=True, **scenario):
    scenario = {'builds': 40, 'special': False, **scenario}
    with tempfile.TemporaryDirectory(prefix='culprit-fetch-') as folder:
        with Service(Scenario(**scenario), cookies=cookies) as service:
            yield World(service, folder)
