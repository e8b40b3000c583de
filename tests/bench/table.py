# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Markdown tables that read well as plain text too, and the figures in them."""

import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(character) in 'WF' else 1 for character in text)


def table(headings, rows):
    """Columns of figures go to the right: those whose heading starts with “>”."""
    right = [heading.startswith('>') for heading in headings]
    cells = [[str(cell).replace('|', '\\|') for cell in row]
             for row in ([heading.lstrip('>') for heading in headings], *rows)]
    widths = [max(3, *map(width, column)) for column in zip(*cells)]

    def line(row):
        padded = [' ' * (size - width(cell)) + cell if to_right else
                  cell + ' ' * (size - width(cell))
                  for cell, size, to_right in zip(row, widths, right)]
        return f'| {" | ".join(padded)} |'

    rule = [('-' * (size - 1) + ':') if to_right else '-' * size
            for size, to_right in zip(widths, right)]
    return '\n'.join([line(cells[0]), f'| {" | ".join(rule)} |', *map(line, cells[1:])])


def seconds(value):
    return f'{value:.1f} s' if value >= 10 else f'{value:.2f} s' if value >= 1 \
        else f'{value * 1000:.0f} ms' if value >= 0.01 else f'{value * 1000:.1f} ms'


def size(value):
    """Bytes, in the units in which the logs are made."""
    for unit, factor in (('GB', 1 << 30), ('MB', 1 << 20)):
        if value >= factor * 0.999:
            return f'{value / factor:.1f}'.removesuffix('.0') + f' {unit}'
    return f'{value / 1024:.0f} kB'


def rate(length, value):
    """Megabytes (10^6 bytes) a second."""
    return f'{length / value / 1e6:,.0f}'


def ratio(value):
    return f'{value:.1f}x' if value < 100 else f'{value:.0f}x'


def mark(reached):
    return 'reached' if reached else 'NOT reached'
