# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The engine: a process of its own, that reads requests from a pipe and answers them."""

import os
import time

from quill import output
from quill.pages import PageTable


class EngineCore:
    def __init__(self, logger, pages):
        self.logger = logger
        self.table = PageTable(pages)
        self.requests = 0
        logger.info('Loading quill-small, 4 shards')
        output.progress('Loading shards', 4, 0.4)
        logger.info('Page table: %d pages of 16 tokens', pages)

    def step(self, text):
        self.requests += 1
        name = f'req-{self.requests}'
        pages = self.table.allocate(name, len(text))
        self.logger.info('Running %s on pages %d to %d', name, pages[-1], pages[0])
        return ' '.join(reversed(text.split()))


def run_busy_loop(pipe, other_end, pages):
    other_end.close()
    logger = output.name_process('EngineCore')
    try:
        engine = EngineCore(logger, pages)
        pipe.send('ready')
        while True:
            pipe.send(engine.step(pipe.recv()))
    except EOFError:
        logger.info('The server is gone, shutting down')
    except Exception:
        logger.exception('EngineCore encountered a fatal error.')
        time.sleep(0.1)
        os._exit(1)
