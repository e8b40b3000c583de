# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a frame costs while a large log is scrolled."""

import collections
import math
import os
import statistics

import logs
import table
from display import SIZE, as_new, open_display
from measure import Failed
from page import Comparison

MIB = 1024 * 1024
VIEWS = {'log': 'log view', 'text': 'GtkTextView'}
SHARE = 0.8        # of the text view's median
SPREAD = 2         # of the own median
HEADINGS = ('where', '>log view', '>GtkTextView', '>ratio', f'<= {SHARE}x', '>99 of 100 within', f'<= {SPREAD}x its median',
            '>display, log view', '>GtkTextView')


def read(printed):
    """Seconds a frame, and those of the display, by place and view."""
    frames = collections.defaultdict(lambda: ([], []))
    for line in printed.decode().splitlines():
        place, view, own, server = line.split()
        for times, seconds in zip(frames[place, view], (own, server)):
            times.append(float(seconds))
    return frames


def percentile(values, share):
    """The least value that so many are not above."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def rows_of(frames):
    for place in dict.fromkeys(place for place, _ in frames):
        own, server = frames[place, 'log']
        other, other_server = frames[place, 'text']
        median, peer, most = statistics.median(own), statistics.median(other), percentile(own, 0.99)
        yield (place, *map(milliseconds, (median, peer)), f'{median / peer:.2f}x', table.mark(median <= SHARE * peer),
               milliseconds(most), table.mark(most <= SPREAD * median),
               *(milliseconds(statistics.median(times)) for times in (server, other_server)))


def milliseconds(seconds):
    return f'{seconds * 1000:.2f} ms'


def comparison_of(frames, length):
    own, peer = (statistics.median(frames['middle', view][0]) for view in VIEWS)
    return Comparison(f'A frame while {table.size(length)} is scrolled', own, VIEWS['text'], peer)


def answer(workspace):
    program = os.path.join(workspace.build, 'tests/bench/scroll-frames')
    n_frames, rounds = (60, 2) if workspace.quick else (200, 3)
    with workspace.log(logs.buildkite(), (256 if workspace.quick else 1024) * MIB) as (path, length), \
            open_display(workspace.runner) as shown, as_new(shown) as runner:
        command = [program, str(n_frames), str(rounds), path]
        printed = runner.output(command)
    if not printed:
        raise Failed(f'{" ".join(command)}: no answer')
    frames = read(printed)
    workspace.comparisons.append(comparison_of(frames, length))
    return (f'## Scrolling (Buildkite, {table.size(length)})\n\nThe processor\'s time a frame, three rows further each, '
            f'in a window of {SIZE} on Xvfb, drawn by software; the text view has the log\'s place, rows and colours.\n\n'
            f'{table.table(HEADINGS, rows_of(frames))}')
