# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""culprit-cli of somebody whose project is quill, in a home of its own."""

import json
import os
import pathlib
import tempfile

import command
from project import PROFILE


class Home:
    """A configuration with the profile, and an empty cache."""

    def __init__(self, service, tokens=False, profile=None):
        self.service = service
        self.folder = tempfile.TemporaryDirectory(prefix='culprit-net-')
        self.cache = pathlib.Path(self.folder.name, 'cache')
        profiles = pathlib.Path(self.folder.name, 'config', 'culprit', 'profiles')
        profiles.mkdir(parents=True)
        (profiles / 'quill.json').write_text(json.dumps(profile or PROFILE))
        environment = service.environment_with_tokens if tokens else service.environment
        self.environment = {
            **os.environ,
            **environment,
            'XDG_CACHE_HOME': str(self.cache),
            'XDG_CONFIG_HOME': str(profiles.parent.parent),
        }

    def run(self, *arguments, **settings):
        """What the command did; self.asked is what it asked of the services meanwhile."""
        before = len(self.service.requests)
        environment = {**self.environment, **settings.pop('environment', {})}
        result = command.run(*arguments, env=environment, **settings)
        self.asked = self.service.requests[before:]
        return result

    def json(self, *arguments, **settings):
        result = self.run(*arguments, '--json', **settings)
        assert result.status == 0, result.errors
        return json.loads(result.text)

    def job_url(self, number, name):
        job = self.service.scenario.job_named(number, name)
        return f'{job.build.url}#{job.id}'
