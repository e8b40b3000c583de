# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The folder with the logs of a run, and the programs that were built for it."""

import contextlib
import glob
import lzma
import os
import re
import shutil
import sys

import logs
import table
import tools
from measure import warm


class Workspace:
    def __init__(self, folder, build, runner, quick):
        self.folder = folder
        self.build = build
        self.runner = runner
        self.quick = quick
        self.comparisons = []    # for the page
        self.corpus = os.environ.get('CULPRIT_CORPUS')

    def culprit(self, command):
        return tools.culprit(os.path.join(self.build, 'src/cli/culprit-cli'), command)

    @contextlib.contextmanager
    def log(self, log, size):
        """Gives path and length of a log in the page cache, and removes it at the end."""
        print(f'bench: {log.name}, {table.size(size)}', file=sys.stderr)
        path = os.path.join(self.folder, f'{log.name.replace(" ", "-")}-{size}.log')
        length = log.write(path, size)
        warm(path)
        try:
            yield path, length
        finally:
            os.remove(path)

    @contextlib.contextmanager
    def start_of(self, path, length):
        """Gives path and length of a file with the whole lines in the first LENGTH bytes."""
        start = f'{path}.{length}'
        with open(path, 'rb') as whole, open(start, 'wb') as file:
            text = whole.read(length)
            taken = file.write(text[:text.rfind(b'\n') + 1])
        try:
            yield start, taken
        finally:
            os.remove(start)

    def time(self, tool, path):
        """A tool that works in place gets a copy, which it takes no time to make."""
        if not tool.in_place:
            return self.runner.time(tool.arguments(path))
        copy = f'{path}.copy'
        shutil.copyfile(path, copy)
        try:
            return self.runner.time(tool.arguments(copy))
        finally:
            os.remove(copy)

    def real_logs(self):
        """Raw logs of Buildkite jobs in the corpus."""
        for path in sorted(glob.glob(os.path.join(self.corpus or '', 'vllm/raw_log_*'))):
            with (lzma.open if path.endswith('.xz') else open)(path, 'rb') as file:
                number = re.search(r'\d+|$', os.path.basename(path))[0]
                yield logs.real(f'real {number}'.strip(), file.read())
