# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a process prints: each line says which process it is, each record how grave it is."""

import logging
import os
import sys
import time

COLOURS = {'INFO': '\033[32m', 'WARNING': '\033[33m', 'ERROR': '\033[31m'}


class Formatter(logging.Formatter):
    """The level and the place before every line of a record, a traceback's lines too."""

    def format(self, record):
        colour = COLOURS.get(record.levelname, '')
        moment = self.formatTime(record, '%m-%d %H:%M:%S')
        head = (f'{colour}{record.levelname}\033[0m \033[90m{moment}\033[0m '
                f'\033[90m[{record.filename}:{record.lineno}]\033[0m ')
        text = record.getMessage()
        if record.exc_info:
            text += '\n' + self.formatException(record.exc_info)
        return '\n'.join(head + line for line in text.splitlines())


class PrefixedStream:
    def __init__(self, stream, prefix):
        self.stream = stream
        self.prefix = prefix
        self.at_line_start = True

    def write(self, text):
        for line in text.splitlines(keepends=True):
            if self.at_line_start:
                self.stream.write(self.prefix)
            self.stream.write(line)
            self.at_line_start = line.endswith('\n')

    def flush(self):
        self.stream.flush()


def name_process(name):
    prefix = f'\033[0;36m({name} pid={os.getpid()})\033[0;0m '
    sys.stdout = PrefixedStream(sys.__stdout__, prefix)
    sys.stderr = PrefixedStream(sys.__stderr__, prefix)
    return get_logger(name)


def get_logger(name):
    logger = logging.getLogger(f'quill.{name}')
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(Formatter())
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    return logger


def progress(label, steps, seconds):
    """A bar that draws over itself."""
    for step in range(steps + 1):
        share = step / steps
        bar = '█' * int(share * 20)
        print(f'\r{label}: {share:4.0%}|{bar:<20}| {step}/{steps}', end='', flush=True)
        time.sleep(seconds / steps)
    print()
