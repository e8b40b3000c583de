# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What README shows of the measurements: one table, and the same as one picture."""

import dataclasses
import pathlib
import re
from xml.sax.saxutils import escape

import table

PICTURE = '.github/bench.svg'
START, END = '<!-- measured by tests/bench/run --page -->\n', '<!-- end of what was measured -->\n'
HEADINGS = ('what', '>Culprit', 'beside it', '>takes', '>ratio')

WIDTH, LABELS, BARS = 760, 16, 470
ROW, BAR = 64, 14
COLORS = {'culprit': '#3584e4', 'peer': '#9a9996'}


@dataclasses.dataclass
class Comparison:
    """What both did on the same bytes, in seconds of the processor."""

    what: str
    own: float
    peer: str
    other: float

    @property
    def ratio(self):
        if self.other >= self.own:
            return f'{table.ratio(self.other / self.own)} as fast'
        return f'{self.own / self.other:.2f}x its time'


def table_of(comparisons):
    return table.table(HEADINGS, [(each.what, table.seconds(each.own), each.peer, table.seconds(each.other), each.ratio)
                                  for each in comparisons])


def bar(y, share, kind, text):
    length = max(2, round(share * BARS))
    return (f'  <rect class="{kind}" x="{LABELS}" y="{y}" width="{length}" height="{BAR}" rx="3"/>\n'
            f'  <text class="figure" x="{LABELS + length + 8}" y="{y + BAR - 3}">{escape(text)}</text>\n')


def row_of(y, each):
    most = max(each.own, each.other)
    return (f'  <text class="what" x="{LABELS}" y="{y + 16}">{escape(each.what)}</text>\n'
            + bar(y + 24, each.own / most, 'culprit', f'Culprit {table.seconds(each.own)}')
            + bar(y + 24 + BAR + 2, each.other / most, 'peer', f'{each.peer} {table.seconds(each.other)}'))


def picture_of(comparisons, machine):
    height = len(comparisons) * ROW + 44
    rows = ''.join(row_of(12 + index * ROW, each) for index, each in enumerate(comparisons))
    return (f'''<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Culprit authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">
  <title>Seconds of the processor, Culprit and others; shorter is better</title>
  <style>
    text {{ font-family: Cantarell, "Segoe UI", sans-serif; fill: #1e1e1e }}
    .what {{ font-size: 13px; font-weight: bold }}
    .figure, .machine {{ font-size: 12px }}
    .culprit {{ fill: {COLORS['culprit']} }}
    .peer {{ fill: {COLORS['peer']} }}
    @media (prefers-color-scheme: dark) {{ text {{ fill: #f6f5f4 }} }}
  </style>
{rows}  <text class="machine" x="{LABELS}" y="{height - 14}">{escape(machine)}</text>
</svg>
''')


def text_of(comparisons, machine, versions):
    return (f'![The table below as bars: Culprit’s time over the other program’s]({PICTURE})\n\n{table_of(comparisons)}\n\n'
            f'Seconds of the processor, medians of runs in turns. {machine}; {versions}.\n')


def replace(readme, text):
    """README with TEXT between the two marks."""
    marks = re.escape(START) + '.*' + re.escape(END)
    if not re.search(marks, readme, re.S):
        raise ValueError('README.md has no place for what was measured')
    return re.sub(marks, lambda _: START + text + END, readme, flags=re.S)


def write(root, comparisons, machine, versions):
    readme = pathlib.Path(root, 'README.md')
    readme.write_text(replace(readme.read_text(), text_of(comparisons, machine, versions)))
    pathlib.Path(root, PICTURE).write_text(picture_of(comparisons, machine))
