# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prints how many lines of each core room the tests ran, and which files lack most.

usage: coverage.py SUMMARY.json

The summary is gcovr's. The exit status is 1 where a room has less than 90 % of its lines, or none at all.
"""

import collections
import json
import sys

ROOMS = ('log', 'failures', 'report', 'net')
LEAST = 90
SHOWN_FILES = 3

File = collections.namedtuple('File', 'name lines run')


def files_of(summary, room):
    return [File(entry['filename'], entry['line_total'], entry['line_covered'])
            for entry in summary['files']
            if entry['filename'].startswith(f'src/{room}/') and entry['filename'].endswith('.c')]


def show(room, files):
    """Whether enough of the room's lines were run."""
    lines = sum(file.lines for file in files)
    run = sum(file.run for file in files)
    print(f'src/{room:<10}{run:>7} of {lines:>6} lines{100 * run / max(lines, 1):>7.1f} %')
    lacking = sorted((file for file in files if file.run < file.lines),
                     key=lambda file: file.run - file.lines)
    for file in lacking[:SHOWN_FILES]:
        print(f'    {file.lines - file.run:>4} of {file.lines:>4} not run in {file.name}')
    return lines > 0 and 100 * run >= LEAST * lines


def main(path):
    with open(path, encoding='utf-8') as stream:
        summary = json.load(stream)
    enough = [show(room, files_of(summary, room)) for room in ROOMS]
    if not all(enough):
        print(f'a room has less than {LEAST} % of its lines')
    return 0 if all(enough) else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
